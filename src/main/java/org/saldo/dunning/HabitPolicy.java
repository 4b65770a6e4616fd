package org.saldo.dunning;

/**
 * How far what a customer usually does may put off its first reminder.
 *
 * @param least        of so many paid items at least a habit is told
 * @param most         the latest so many count
 * @param mostLate     who usually pays later than so many days gets no delay at all
 * @param mostDelay    the first reminder comes so many days later at most
 * @param transitDays  days that money takes from the usual day of payment until it is known here
 */
public record HabitPolicy(int least, int most, int mostLate, int mostDelay, int transitDays, Proof proof) {

    /**
     * What makes a habit of what was paid, and who has none.
     *
     * @param scatter        half of the items lie no more than so many days off the median
     * @param sameDayPercent so many in a hundred were paid on one weekday, or one day of the month, for it to be the usual one
     * @param noneFromLevel  who has an item that was reminded of at this level gets no delay
     * @param lookBack       items that were due in so many days before count
     */
    public record Proof(int scatter, int sameDayPercent, int noneFromLevel, int lookBack) {

        public static final Proof USUAL = new Proof(5, 60, 2, 400);
    }

    /** Of customers whose habit is proved as usual. */
    public HabitPolicy(int least, int most, int mostLate, int mostDelay, int transitDays) {
        this(least, most, mostLate, mostDelay, transitDays, Proof.USUAL);
    }

    /** @throws IllegalArgumentException when a number makes no sense */
    public HabitPolicy {
        if (least < 1 || most < least || mostLate < 0 || mostDelay < 0 || transitDays < 0 || proof.scatter() < 0
                || proof.noneFromLevel() < 1 || proof.lookBack() < 1) {
            throw new IllegalArgumentException("days are not negative, a habit is told of at least one item, and"
                    + " none-from-level and look-back-days are at least 1");
        }
        if (proof.sameDayPercent() < 1 || proof.sameDayPercent() > 100) {
            throw new IllegalArgumentException("same-day-percent must be from 1 to 100");
        }
    }
}
