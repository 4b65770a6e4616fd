package org.saldo.correspondence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Words for a day that is counted from the day of writing. A week ends on its Friday, since banks do not pay later. */
public enum DayWord {
    DAY_BEFORE_YESTERDAY, YESTERDAY, TODAY, TOMORROW, DAY_AFTER_TOMORROW, THIS_WEEK, NEXT_WEEK, WEEK_AFTER_NEXT,
    MID_MONTH, END_OF_MONTH, MID_NEXT_MONTH, END_OF_NEXT_MONTH, END_OF_YEAR,
    /** In so many days, of which the number stands as {@code #} in the words. */
    IN_DAYS, IN_WEEKS,
    /** Before a weekday: people do not agree whether it is the coming one or that of the week after. */
    NEXT;

    /** As it is written in the configuration, such as {@code end-of-month}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last day that the words can mean. @param number what stood for {@code #}, else 0 */
    LocalDate from(LocalDate day, int number) {
        return switch (this) {
            case DAY_BEFORE_YESTERDAY -> day.minusDays(2);
            case YESTERDAY -> day.minusDays(1);
            case TODAY, NEXT -> day;
            case TOMORROW -> day.plusDays(1);
            case DAY_AFTER_TOMORROW -> day.plusDays(2);
            case THIS_WEEK -> friday(day);
            case NEXT_WEEK -> friday(day.plusWeeks(1));
            case WEEK_AFTER_NEXT -> friday(day.plusWeeks(2));
            case MID_MONTH -> middle(day);
            case END_OF_MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case MID_NEXT_MONTH -> day.plusMonths(1).withDayOfMonth(15);
            case END_OF_NEXT_MONTH -> day.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
            case END_OF_YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
            case IN_DAYS -> day.plusDays(number);
            case IN_WEEKS -> day.plusWeeks(number);
        };
    }

    private static LocalDate friday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(4);
    }

    private static LocalDate middle(LocalDate day) {
        return day.getDayOfMonth() <= 15 ? day.withDayOfMonth(15) : day.plusMonths(1).withDayOfMonth(15);
    }
}
