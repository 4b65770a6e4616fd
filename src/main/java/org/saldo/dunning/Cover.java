package org.saldo.dunning;

import java.time.LocalDate;
import org.saldo.money.Money;

/**
 * Money of the customer's that is here and not yet set against what it owes: a credit note, cash without an invoice, or a
 * receipt that waits for a decision. {@code since} is its issue or booking date. A payable is what we owe the customer as of
 * then: it keeps items from being asked for, and is never set against them here. A bill covers from the day on which it came;
 * {@code since} is its maturity, from which on it waits to be decided on as cash does.
 */
public record Cover(Kind kind, String label, Money amount, LocalDate since) {

    public enum Kind { CREDIT_NOTE, UNAPPLIED, WAITING, PAYABLE, BILL }

    public Cover {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(label + ": what covers must be positive, was " + amount);
        }
    }
}
