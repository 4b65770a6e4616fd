package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    public LateItem(String document, LocalDate due, Optional<LocalDate> firstReminder, OpenByDay open) {
        this(document, due, firstReminder, open, Charged.NOTHING);
    }

    /** From the first to the last day charged by one document, and the interest that was. */
    public record Days(LocalDate first, LocalDate last, Money interest) {
    }

    /** Days from {@code first} on and before {@code until}. */
    record Gap(LocalDate first, LocalDate until) {
    }

    /** The days whose interest was charged, in their order and without a day twice, and whether the lump sum was. */
    public record Charged(List<Days> days, boolean lumpSum) {

        public static final Charged NOTHING = new Charged(List.of(), false);

        public Charged {
            days = days.stream().sorted(Comparator.comparing(Days::first)).toList();
        }

        /** What was not charged from {@code from} on and before {@code until}. */
        List<Gap> gaps(LocalDate from, LocalDate until) {
            List<Gap> gaps = new ArrayList<>();
            LocalDate next = from;
            for (Days charged : days) {
                if (next.isBefore(charged.first()) && next.isBefore(until)) {
                    gaps.add(new Gap(next, charged.first().isBefore(until) ? charged.first() : until));
                }
                next = charged.last().isBefore(next) ? next : charged.last().plusDays(1);
            }
            if (next.isBefore(until)) {
                gaps.add(new Gap(next, until));
            }
            return gaps;
        }
    }
}
