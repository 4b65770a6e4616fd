package org.saldo.dunning;

import java.time.LocalDate;

/**
 * Of which items it matters how a customer has paid before: those that a notice or a first reminder may be about.
 *
 * @param lookBack  what was due in so many days before counts
 * @param beforeDue items that fall due within so many days
 * @param afterDue  items that were due so many days ago at most
 */
public record PaymentsLook(int lookBack, int beforeDue, int afterDue) {

    /** A first reminder's grace is counted in business days: a holiday or two may lie between. */
    private static final int BUSINESS_DAYS_STRETCH = 2;
    private static final int HOLIDAYS = 14;

    static PaymentsLook of(DunningPolicy policy) {
        int lookBack = Math.max(policy.habits().map(habits -> habits.proof().lookBack()).orElse(0),
                policy.incentives().points() > 0 ? policy.incentives().pointsDays() : 0);
        int before = policy.ladders().stream().flatMap(ladder -> ladder.notices().stream())
                .mapToInt(step -> Math.max(0, -step.days())).max().orElse(0);
        int after = policy.ladders().stream().map(ladder -> ladder.step(1)).mapToInt(first -> first.days()
                + first.pace().graceBusinessDays() * BUSINESS_DAYS_STRETCH).max().orElseThrow();
        return new PaymentsLook(lookBack, before, after + HOLIDAYS
                + policy.habits().map(HabitPolicy::mostDelay).orElse(0));
    }

    /** Whether how its customer has paid matters for an item on a day. */
    public boolean matters(Debt debt, LocalDate day) {
        return debt.level() <= 0 && !debt.due().isAfter(day.plusDays(beforeDue))
                && !debt.due().isBefore(day.minusDays(afterDue));
    }
}
