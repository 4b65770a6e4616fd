package org.saldo.statement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;

/**
 * A document, or an instalment of one, that is open at the cut-off. Both amounts are positive for every type;
 * {@link #balance()} carries the sign. {@code label} is the number, with the instalment behind a slash when it is not the
 * first; {@code dueDate} is the day in force at the cut-off, after amendments.
 */
public record StatementItem(
        long itemId,
        DocumentType type,
        String label,
        int instalment,
        LocalDate issueDate,
        LocalDate dueDate,
        Money original,
        Money open) {

    /** A document in one part. */
    public StatementItem(long itemId, DocumentType type, String label, LocalDate issueDate, LocalDate dueDate, Money original,
                         Money open) {
        this(itemId, type, label, 1, issueDate, dueDate, original, open);
    }

    public StatementItem {
        if (!open.isPositive() || open.compareTo(original) > 0) {
            throw new IllegalArgumentException(label + ": open amount " + open + " must be positive and at most " + original);
        }
    }

    /** The document's number, without the instalment. */
    public String number() {
        return instalment == 1 ? label : label.substring(0, label.lastIndexOf('/'));
    }

    /** What was settled of it so far, also before the company went live. */
    public Money paid() {
        return original.minus(open);
    }

    /** What the item adds to the balance: negative for a credit note. */
    public Money balance() {
        return type.isCredit() ? open.negated() : open;
    }

    /** Days past due at the end of {@code day}; zero on the due date, before it, and for a credit note. */
    public long daysOverdue(LocalDate day) {
        return type.isCredit() ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueDate, day));
    }
}
