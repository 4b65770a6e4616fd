package org.saldo.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.saldo.money.Money;

/**
 * One change of a customer's balance. The amount is signed: positive is owed to the company. It counts on
 * {@code effectiveOn} and was not known before {@code knownAt}; {@code reversal} takes back an earlier movement.
 * {@code reference} is a document's number or a payment's id, {@code text} what a payer wrote; both may be empty.
 */
public record Movement(
        long rowId,
        MovementKind kind,
        LocalDate effectiveOn,
        Instant knownAt,
        String reference,
        String text,
        boolean reversal,
        Money amount) implements Comparable<Movement> {

    private static final Comparator<Movement> ORDER = Comparator.comparing(Movement::effectiveOn)
            .thenComparing(Movement::kind).thenComparingLong(Movement::rowId).thenComparing(Movement::amount);

    public Movement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(effectiveOn, "effective on");
        Objects.requireNonNull(knownAt, "known at");
        Objects.requireNonNull(amount, "amount");
    }

    /** By day, then kind, then row: a total order, so that the same rows always make the same page. */
    @Override
    public int compareTo(Movement other) {
        return ORDER.compare(this, other);
    }
}
