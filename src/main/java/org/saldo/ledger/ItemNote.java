package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * What is agreed or contested about an open item. {@code until} is the day promised, of the next instalment, or by which
 * a dispute is to be answered; {@code amount}, positive, is the part that it is about, absent when it is the whole item.
 */
public record ItemNote(long itemId, ItemMark mark, Optional<LocalDate> until, Optional<Money> amount) {

    /** Disputes first, then the earlier day. */
    public static final Comparator<ItemNote> ORDER = Comparator.comparing(ItemNote::mark)
            .thenComparing(note -> note.until().orElse(LocalDate.MAX)).thenComparingLong(ItemNote::itemId);

    public ItemNote {
        Objects.requireNonNull(mark, "mark");
        if (amount.isPresent() && !amount.get().isPositive()) {
            throw new IllegalArgumentException("item " + itemId + ": the part that is " + mark + " must be positive, was "
                    + amount.get());
        }
    }
}
