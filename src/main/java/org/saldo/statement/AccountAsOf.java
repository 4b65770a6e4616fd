package org.saldo.statement;

import java.util.List;
import java.util.Objects;
import org.saldo.money.Money;

/**
 * A customer's account in one currency, read from the ledger's rows as of a cut-off and known at an instant.
 * {@code before} is the balance at the start of the month; {@code movements} holds at least those of the month and those
 * of earlier days that no earlier statement shows; items and receipts are what is open at the cut-off, found without
 * looking at the movements.
 */
public record AccountAsOf(Money before, List<Movement> movements, List<StatementItem> items,
                          List<UnappliedReceipt> receipts) {

    public AccountAsOf {
        Objects.requireNonNull(before, "before");
        movements = List.copyOf(movements);
        items = List.copyOf(items);
        receipts = List.copyOf(receipts);
    }
}
