package org.saldo.dunning.measure;

/**
 * How the effect of reminders is measured.
 *
 * @param paidWithin      a notice worked when all it asked for was paid within so many days
 * @param months          so many months are looked back
 * @param recoveryDays    what is collected of an old debt within so many days counts as recovered
 * @param fewestCustomers of each group; with fewer nothing is said of an effect
 * @param worthPoints     a step that brings fewer percentage points than this, at best, does nothing
 */
public record MeasurePolicy(HoldOut holdOut, int paidWithin, int months, int recoveryDays, int fewestCustomers,
        int worthPoints) {

    /** @throws IllegalArgumentException when a number makes no sense */
    public MeasurePolicy {
        if (paidWithin < 1 || months < 1 || months > 36 || recoveryDays < 1 || fewestCustomers < 2 || worthPoints < 1) {
            throw new IllegalArgumentException("days and points are 1 or more, months 1 to 36, customers of a group 2 or more");
        }
        if (holdOut.percent() > 0 && paidWithin > holdOut.days()) {
            throw new IllegalArgumentException("paid-within-days must not be more than the days of the hold-out: after "
                    + "them both groups have been reminded");
        }
    }
}
