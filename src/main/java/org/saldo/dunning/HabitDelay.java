package org.saldo.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * How far a customer's habit puts off the first reminder of an item: until the money of its usual day would be known here.
 * Who usually pays very late, or has an item that was reminded of at a level of the policy, gets no delay.
 */
final class HabitDelay {

    private final HabitPolicy policy;
    private final PaymentHabit habit;
    private final int firstDays;

    private HabitDelay(HabitPolicy policy, PaymentHabit habit, int firstDays) {
        this.policy = policy;
        this.habit = habit;
        this.firstDays = firstDays;
    }

    static Optional<HabitDelay> of(HabitPolicy policy, DunningCase customer, Ladder ladder) {
        boolean bad = customer.debts().stream().anyMatch(debt -> debt.level() >= policy.proof().noneFromLevel());
        return bad ? Optional.empty() : PaymentHabit.of(customer.past().paid(), policy)
                .filter(habit -> habit.daysLate() <= policy.mostLate())
                .map(habit -> new HabitDelay(policy, habit, ladder.step(1).days()));
    }

    /** The first day on which the item may be reminded of: never before its step, and never beyond the policy's most. */
    LocalDate from(LocalDate due) {
        LocalDate step = due.plusDays(firstDays);
        LocalDate known = habit.expected(due).plusDays(policy.transitDays());
        LocalDate latest = step.plusDays(policy.mostDelay());
        return known.isBefore(step) ? step : known.isAfter(latest) ? latest : known;
    }

    Words words(LocalDate due) {
        return Words.of(DunningWord.HABIT, habit.words(), from(due));
    }
}
