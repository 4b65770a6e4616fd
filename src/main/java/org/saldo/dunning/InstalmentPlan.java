package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * An agreement to pay items by instalments. It counts from when it is accepted; the items keep their due dates. Whether it
 * is kept is never stored: it follows from what has been settled of its items, by cash or otherwise, and from cash of the
 * customer's that has come since and settles nothing yet.
 *
 * @param brokenAfter after how many instalments that were missed the whole rest is due again
 * @param parts       all that was open of its items, the oldest first; they add up to the instalments
 */
public record InstalmentPlan(long id, LocalDate proposedOn, int brokenAfter, List<Part> parts, List<Instalment> instalments,
        Optional<LocalDate> acceptedOn, Optional<LocalDate> endedOn) {

    /** What has become of a plan. */
    public enum State {
        /** Nobody has agreed to it yet. */
        PROPOSED,
        /** It is agreed and no instalment was missed. */
        KEPT,
        /** An instalment was missed, but not yet so many that the rest is due. */
        LATE,
        /** So many were missed that the whole rest is due. */
        BROKEN,
        /** All is paid. */
        PAID,
        /** A person ended it. */
        ENDED;

        /** Whether it stops reminders of what is not due by it. */
        public boolean isInForce() {
            return this == KEPT || this == LATE;
        }
    }

    /** What is to be paid by a day; {@code missedAfter} is the last day on which it may be booked, with the days of grace. */
    public record Instalment(LocalDate dueOn, LocalDate missedAfter, Money amount) {
    }

    /** The plan as it stands on a day: what is settled of its items, which instalments were missed. */
    public record Judged(InstalmentPlan plan, State state, Money settled, List<Instalment> missed) {

        public Judged {
            missed = List.copyOf(missed);
        }

        /** What is not yet due by the plan; the days of grace count. */
        Money notYetDue(LocalDate day) {
            return plan.instalments().stream().filter(each -> !each.missedAfter().isBefore(day)).map(Instalment::amount)
                    .reduce(Money.zero(settled.currency()), Money::plus);
        }

        /** The day of the next instalment that is not yet missed. */
        Optional<LocalDate> next(LocalDate day) {
            return plan.instalments().stream().filter(each -> !each.missedAfter().isBefore(day)).map(Instalment::dueOn)
                    .findFirst();
        }
    }

    public InstalmentPlan {
        parts = List.copyOf(parts);
        instalments = List.copyOf(instalments);
        List<Money> due = new ArrayList<>(instalments.stream().map(Instalment::amount).toList());
        Money owed = sum(parts.stream().map(Part::amount).toList());
        if (!sum(due).equals(owed)) {
            throw new IllegalArgumentException(label(id) + ": its instalments add up to " + sum(due) + ", its items to "
                    + owed);
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow(() -> new IllegalArgumentException("a plan of nothing"));
    }

    /** How people name it. */
    public static String label(long id) {
        return "PL-" + id;
    }

    public String label() {
        return label(id);
    }

    public Money amount() {
        return sum(parts.stream().map(Part::amount).toList());
    }

    /** The plan as it stands at the end of {@code day}. */
    Judged judge(AccountPast past, LocalDate day) {
        Money settled = amount().minus(past.openOf(parts, day));
        List<Instalment> missed = new ArrayList<>();
        Money due = Money.zero(settled.currency());
        for (Instalment each : instalments) {
            due = due.plus(each.amount());
            boolean late = each.missedAfter().isBefore(day)
                    && cameBy(past, each.missedAfter()).compareTo(due) < 0;
            if (late) {
                missed.add(each);
            }
        }
        return new Judged(this, state(settled, missed.size()), settled, missed);
    }

    private Money cameBy(AccountPast past, LocalDate day) {
        return amount().minus(past.openOf(parts, day)).plus(past.onAccount(amount().currency(), proposedOn, day));
    }

    /** What the plan leaves to other plans of cash that settles nothing yet. */
    AccountPast leaves(AccountPast past, LocalDate day) {
        return acceptedOn.isEmpty() || endedOn.isPresent() ? past
                : past.withoutOnAccount(past.openOf(parts, day), proposedOn);
    }

    private State state(Money settled, int missed) {
        if (endedOn.isPresent()) {
            return State.ENDED;
        }
        if (acceptedOn.isEmpty()) {
            return State.PROPOSED;
        }
        if (settled.equals(amount())) {
            return State.PAID;
        }
        return missed >= brokenAfter ? State.BROKEN : missed > 0 ? State.LATE : State.KEPT;
    }
}
