package org.saldo.statement;

import java.time.LocalDate;
import org.saldo.money.Money;

/**
 * A payment on the customer's account of which something settles nothing yet. {@code unapplied} is what the customer has
 * to its credit: positive, or negative for money that went back and is not yet set against a payment.
 */
public record UnappliedReceipt(long receiptId, String paymentId, LocalDate bookedOn, String text, Money amount,
                               Money unapplied) {

    public UnappliedReceipt {
        if (unapplied.isZero()) {
            throw new IllegalArgumentException(paymentId + ": nothing of it is unapplied");
        }
    }
}
