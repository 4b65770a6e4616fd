package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An item as interest sees it.
 *
 * @param due           the due date in force; it bears no interest itself
 * @param firstReminder the day of the first reminder of it that reached the customer, if any
 * @param charged       what of its interest is in documents already
 */
public record LateItem(String document, LocalDate due, Optional<LocalDate> firstReminder, OpenByDay open, Charged charged) {

    /** The last day whose interest was charged, if any was, and whether the lump sum was. */
    public record Charged(Optional<LocalDate> through, boolean lumpSum) {

        public static final Charged NOTHING = new Charged(Optional.empty(), false);
    }

    public LateItem(String document, LocalDate due, Optional<LocalDate> firstReminder, OpenByDay open) {
        this(document, due, firstReminder, open, Charged.NOTHING);
    }
}
