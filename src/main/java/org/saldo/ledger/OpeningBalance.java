package org.saldo.ledger;

import org.saldo.money.Money;

/** What a document brought along when the company went live: what of it was still open, and how far it had been dunned. */
public record OpeningBalance(Money openAmount, int dunningLevel) {

    public OpeningBalance {
        if (!openAmount.isPositive()) {
            throw new IllegalArgumentException("open amount at go-live must be positive, was " + openAmount);
        }
        if (dunningLevel < 0) {
            throw new IllegalArgumentException("dunning level must be 0 or more, was " + dunningLevel);
        }
    }
}
