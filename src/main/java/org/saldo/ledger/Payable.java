package org.saldo.ledger;

import java.time.LocalDate;
import org.saldo.money.Money;

/** What the company owes a party that is also its customer, at the end of {@code asOf}; zero: nothing. */
public record Payable(CustomerId customer, LocalDate asOf, Money amount) {

    public Payable {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("payables to " + customer + " must not be negative, were " + amount);
        }
    }
}
