package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.ledger.Words;

/** What the book of items does not hold and the ledger knows: asked only when a decision needs it, and once. */
public final class Elsewhere {

    private final ItemBook book;
    private final Map<Long, Optional<Words>> settled = new HashMap<>();
    private Function<List<String>, Map<String, LocalDate>> issued = numbers -> Map.of();
    private Function<Item, Optional<Words>> withoutCash = item -> Optional.empty();

    Elsewhere(ItemBook book) {
        this.book = book;
    }

    /** @param found of the numbers asked about those that documents have, with the day of issue */
    public void asksWhenIssued(Function<List<String>, Map<String, LocalDate>> found) {
        issued = found;
    }

    /** @param how an item was settled without any cash, in words; empty when cash settled it */
    public void asksHowSettled(Function<Item, Optional<Words>> how) {
        withoutCash = how;
    }

    /** Which of these numbers documents have, in the book or elsewhere. */
    KnownNumbers known(List<String> numbers) {
        return KnownNumbers.of(book, numbers, issued.apply(numbers));
    }

    Optional<Words> settledWithoutCash(Item item) {
        return settled.computeIfAbsent(item.id(), any -> withoutCash.apply(item));
    }
}
