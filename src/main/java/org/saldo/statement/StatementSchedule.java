package org.saldo.statement;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.saldo.ledger.BusinessCalendar;

/**
 * When statements are made: where a month is cut, on which business day after the cut-off the run is due and from what
 * time on in the company's time zone, and what becomes of months that were missed.
 *
 * @param company     whose schedule it is; empty: of every company that has none of its own
 * @param from        the first month that it is about; empty: it has always been so
 * @param cutOffDay   a day of the month from 1 to 28, or {@link #LAST_DAY}
 * @param businessDay the first business day after the cut-off is 1
 * @param catchUp     so many months are made at most when runs were missed, the latest included
 * @param lateToCustomers whether a month that was missed is mailed to customers, beside the latest one
 */
public record StatementSchedule(String company, Optional<YearMonth> from, int cutOffDay, int businessDay,
                                LocalTime notBefore, int catchUp, boolean lateToCustomers) {

    /** The month is cut at the end of its last day. */
    public static final int LAST_DAY = 0;

    /** Whole months, made on the second business day, up to three of them late. */
    public static final StatementSchedule USUAL =
            new StatementSchedule("", Optional.empty(), LAST_DAY, 2, LocalTime.of(6, 0), 3, false);

    private static final int CUT_OFF_DAY_MOST = 28;
    private static final int BUSINESS_DAY_MOST = 15;

    /** @throws IllegalArgumentException when a number makes no sense, naming it */
    public StatementSchedule {
        Objects.requireNonNull(notBefore, "not before");
        if (cutOffDay < LAST_DAY || cutOffDay > CUT_OFF_DAY_MOST) {
            throw new IllegalArgumentException("a month is cut on its last day or on one from 1 to " + CUT_OFF_DAY_MOST
                    + ", not on " + cutOffDay);
        }
        if (businessDay < 1 || businessDay > BUSINESS_DAY_MOST) {
            throw new IllegalArgumentException("the run is due on a business day from 1 to " + BUSINESS_DAY_MOST
                    + " after the cut-off, not on " + businessDay);
        }
        if (catchUp < 1) {
            throw new IllegalArgumentException("at least one month, the latest, must be made");
        }
    }

    public LocalDate cutOff(YearMonth month) {
        return cutOffDay == LAST_DAY ? month.atEndOfMonth() : month.atDay(cutOffDay);
    }

    /** The day on which the month is to be made. */
    public LocalDate dueOn(YearMonth month, BusinessCalendar calendar) {
        LocalDate day = cutOff(month);
        for (int left = businessDay; left > 0; left -= calendar.isBusinessDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }
}
