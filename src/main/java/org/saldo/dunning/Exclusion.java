package org.saldo.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * A part of an open item that nobody is reminded of. {@code amount} is positive and at most what is open of the item;
 * {@code until} is the last day on which it holds, or by which a dispute is to be answered; {@code label} names the
 * dispute, promise or plan ({@code D-17}); {@code words} say it.
 */
public record Exclusion(long itemId, String document, ItemMark mark, String label, Money amount, Optional<LocalDate> until,
        Words words) {

    public Exclusion {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(document + ": " + label + " leaves out " + amount + ", which is nothing");
        }
    }
}
