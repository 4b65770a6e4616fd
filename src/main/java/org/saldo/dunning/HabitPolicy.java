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
public record HabitPolicy(int least, int most, int mostLate, int mostDelay, int transitDays) {

    /** @throws IllegalArgumentException when a number makes no sense */
    public HabitPolicy {
        if (least < 1 || most < least || mostLate < 0 || mostDelay < 0 || transitDays < 0) {
            throw new IllegalArgumentException("days are not negative, and a habit is told of at least one item");
        }
    }
}
