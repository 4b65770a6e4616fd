package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** How far an item is up its ladder on a day. */
final class Climb {

    private final Ladder ladder;
    private final BusinessCalendar calendar;
    private final LocalDate day;
    private final Optional<HabitDelay> delay;

    /** @param calendar of the customer's country, in which a step's grace is counted */
    Climb(Ladder ladder, BusinessCalendar calendar, LocalDate day, Optional<HabitDelay> delay) {
        this.delay = delay;
        this.ladder = ladder;
        this.calendar = calendar;
        this.day = day;
    }

    boolean isOverdue(Debt debt) {
        return debt.daysOverdue(day) > ladder.graceDays();
    }

    /**
     * The level at which an overdue item is reminded of: one up at most, no higher than its age allows. Where too little is
     * left of it for that step it is on the next lower one that allows so little, and on none (0) when there is none.
     *
     * @param left what of it may be asked for and is not covered
     */
    int reminder(Debt debt, Money left) {
        int said = Math.max(0, Math.min(debt.level(), ladder.highestLevel()));
        return atMost(Math.max(said, Math.min(said + 1, reached(debt))), debt, left);
    }

    private int atMost(int most, Debt debt, Money left) {
        int level = most;
        while (level > 0 && !ladder.step(level).least().allows(left, debt.amount())) {
            level--;
        }
        return level;
    }

    /**
     * The same for all overdue items of a currency: where those at a step add up to too little, they are on the next lower one
     * that allows it, together with those that are there.
     *
     * @param left what of each may be asked for and is not covered
     * @param open all that the customer has open in the currency
     */
    List<Integer> reminders(List<Debt> debts, List<Money> left, Money open) {
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < debts.size(); i++) {
            levels.add(reminder(debts.get(i), left.get(i)));
        }
        for (int level = ladder.highestLevel(); level > 0; level--) {
            Money sum = Money.zero(open.currency());
            for (int i = 0; i < debts.size(); i++) {
                sum = levels.get(i) == level ? sum.plus(left.get(i)) : sum;
            }
            if (!ladder.step(level).least().allowsLevel(sum, open)) {
                for (int i = 0; i < debts.size(); i++) {
                    levels.set(i, levels.get(i) == level ? atMost(level - 1, debts.get(i), left.get(i)) : levels.get(i));
                }
            }
        }
        return levels;
    }

    /** The level of the notice that an item which is not overdue has reached; 0 for none. */
    int notice(Debt debt, Money left) {
        long pastDue = debt.daysPastDue(day);
        int reached = 0;
        for (Step step : ladder.notices()) {
            boolean inTime = step.kind() == Step.Kind.DUE || pastDue < 0;
            if (pastDue >= step.days() && inTime && step.least().allows(left, debt.amount())) {
                reached = step.level();
            }
        }
        return reached;
    }

    /** Whether the step may be taken for the item by its age alone. */
    boolean isReached(Step step, Debt debt) {
        long since = debt.daysPastDue(day) - step.days();
        if (since < 0 || step.pace().graceBusinessDays() == 0) {
            return since >= 0;
        }
        LocalDate from = debt.due().plusDays(step.days());
        return !calendar.plusBusinessDays(from, step.pace().graceBusinessDays()).isAfter(day);
    }

    /** Why the first reminder waits although its day has come; empty when it does not. */
    Optional<Words> delayed(Debt debt) {
        return delay.filter(habit -> debt.level() <= 0 && isReached(ladder.step(1), debt)
                && day.isBefore(habit.from(debt.due()))).map(habit -> habit.words(debt.due()));
    }

    private int reached(Debt debt) {
        int reached = 0;
        for (int level = 1; level <= ladder.highestLevel() && isReached(ladder.step(level), debt)
                && delayed(debt).isEmpty(); level++) {
            reached = level;
        }
        return reached;
    }
}
