package org.saldo.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.saldo.money.Money;

/**
 * A document, or an instalment of one, of which something is still open. {@code open} is positive for every type;
 * {@link #balance()} carries the sign. {@code dueDate} is the day in force, after amendments.
 */
public record OpenItem(long id, Document document, LocalDate dueDate, Money open) {

    public OpenItem {
        if (!open.isPositive() || open.compareTo(document.amount()) > 0) {
            throw new IllegalArgumentException(document.key().label() + ": open amount " + open
                    + " must be positive and at most " + document.amount());
        }
    }

    /** What the item adds to the customer's balance: negative for a credit note. */
    public Money balance() {
        return document.key().type().isCredit() ? open.negated() : open;
    }

    /** Days past due at the end of {@code day}; zero on the due date and before it. */
    public long daysOverdue(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(dueDate, day));
    }
}
