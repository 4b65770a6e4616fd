package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * An item as interest sees it.
 *
 * @param due           the due date in force; it bears no interest itself
 * @param firstReminder the day of the first reminder of it that reached the customer, if any
 * @param charged       what of its interest is in documents already
 */
public record LateItem(String document, LocalDate due, Optional<LocalDate> firstReminder, OpenByDay open, Charged charged) {

    /** The days whose interest was charged, if any were, and whether the lump sum was. */
    public record Charged(Optional<Days> days, boolean lumpSum) {

        public static final Charged NOTHING = new Charged(Optional.empty(), false);

        Optional<LocalDate> through() {
            return days.map(Days::last);
        }
    }

    /** From the first to the last day charged, and the interest that was. */
    public record Days(LocalDate first, LocalDate last, Money interest) {
    }

    public LateItem(String document, LocalDate due, Optional<LocalDate> firstReminder, OpenByDay open) {
        this(document, due, firstReminder, open, Charged.NOTHING);
    }
}
