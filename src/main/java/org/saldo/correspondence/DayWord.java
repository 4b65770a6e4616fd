package org.saldo.correspondence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Words for a day that is counted from the day of writing. A week ends on its Friday, since banks do not pay later. */
public enum DayWord {
    DAY_BEFORE_YESTERDAY, YESTERDAY, TODAY, TOMORROW, DAY_AFTER_TOMORROW, THIS_WEEK, NEXT_WEEK, WEEK_AFTER_NEXT,
    /** Beside a weekday, that of the week before; alone it is no day. */
    LAST_WEEK,
    MID_MONTH, END_OF_MONTH, MID_NEXT_MONTH, END_OF_NEXT_MONTH, END_OF_YEAR,
    /** In so many days, of which the number stands as {@code #} in the words. */
    IN_DAYS, IN_WEEKS,
    /** The Friday of a week of the calendar, by its number. */
    OF_WEEK,
    /** A day by its number alone: the nearest one ahead, or behind. */
    OF_MONTH,
    /** A part of the month that is named beside it, in words or as the number. */
    BEGINNING_OF, MIDDLE_OF, END_OF,
    /** Before a weekday: people do not agree whether it is the coming one or that of the week after. */
    NEXT;

    /** The beginning of a month, in days. */
    private static final int FIRST_DAYS = 10;

    /** As it is written in the configuration, such as {@code end-of-month}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last day that the words can mean. @param number what stood for {@code #}, else 0 */
    LocalDate from(LocalDate day, int number) {
        return switch (this) {
            case DAY_BEFORE_YESTERDAY -> day.minusDays(2);
            case YESTERDAY -> day.minusDays(1);
            case TODAY, NEXT, OF_MONTH, LAST_WEEK -> day;
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
            case OF_WEEK -> ofWeek(day, number);
            case BEGINNING_OF -> month(day, number).withDayOfMonth(FIRST_DAYS);
            case MIDDLE_OF -> month(day, number).withDayOfMonth(15);
            case END_OF -> month(day, number).with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** Such a month of this year, or of the next one when it has passed. */
    private static LocalDate month(LocalDate day, int month) {
        LocalDate first = day.withDayOfMonth(1).withMonth(Math.max(1, Math.min(12, month)));
        return first.isBefore(day.withDayOfMonth(1)) ? first.plusYears(1) : first;
    }

    private static LocalDate ofWeek(LocalDate day, int week) {
        LocalDate friday = friday(day.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.max(1, Math.min(52, week))));
        return friday.isBefore(day) ? friday(day.plusYears(1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)) : friday;
    }

    private static LocalDate friday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(4);
    }

    private static LocalDate middle(LocalDate day) {
        return day.getDayOfMonth() <= 15 ? day.withDayOfMonth(15) : day.plusMonths(1).withDayOfMonth(15);
    }
}
