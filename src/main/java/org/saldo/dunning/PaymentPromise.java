package org.saldo.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * A customer's word that it pays an amount by a day. Whether it was kept is never stored: it follows from the cash.
 *
 * @param enough     from how much on it counts as kept
 * @param whole      any cash of the customer keeps it; otherwise only what settles its items, or nothing yet
 * @param until      the last day on which cash may be booked: the promised day and the days of grace
 * @param parts      what is promised of which item, the oldest first; they add up to the amount
 * @param cancelledOn from when on it no longer counts, if a person said so
 * @param replaced   whether another promise has taken its place: a word that is given again was not kept
 */
public record PaymentPromise(long id, Money amount, Money enough, boolean whole, LocalDate madeOn, LocalDate promisedDay,
        LocalDate until, List<Part> parts, Optional<LocalDate> cancelledOn, boolean replaced) {

    /** A promise that no other has replaced. */
    public PaymentPromise(long id, Money amount, Money enough, boolean whole, LocalDate madeOn, LocalDate promisedDay,
            LocalDate until, List<Part> parts, Optional<LocalDate> cancelledOn) {
        this(id, amount, enough, whole, madeOn, promisedDay, until, parts, cancelledOn, false);
    }

    /** What has become of a promise. */
    public enum State {
        /** Its day has not come, and the cash neither. */
        OPEN,
        /** Enough cash came in time, or nothing was left to be paid. */
        KEPT,
        /** Less than enough came in time. */
        PARTLY_KEPT,
        /** Its day has passed and nothing came, or all that came went back, or another promise has taken its place. */
        BROKEN,
        /** A person cancelled it, or what it was about was settled without cash. */
        CANCELLED
    }

    public PaymentPromise {
        parts = List.copyOf(parts);
        Money sum = parts.stream().map(Part::amount).reduce(Money.zero(amount.currency()), Money::plus);
        if (!sum.equals(amount)) {
            throw new IllegalArgumentException(label(id) + ": its parts add up to " + sum + ", not to " + amount);
        }
    }

    /** How people name it. */
    public static String label(long id) {
        return "PR-" + id;
    }

    public String label() {
        return label(id);
    }

    boolean isCancelled() {
        return cancelledOn.isPresent();
    }
}
