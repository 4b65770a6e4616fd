package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much of a year some days are: {@link #parts} of {@link #partsOfYear}, whole numbers, so that nothing is rounded and
 * adjacent periods add up.
 */
public enum DayCount {
    /** A year has 365 days, also a leap year. */
    ACTUAL_365("actual/365", 365),
    /** A year has 366 days, also one that is no leap year. */
    ACTUAL_366("actual/366", 366),
    ACTUAL_360("actual/360", 360),
    /** A month has 30 days and a year 360; the 31st counts as the 30th, at both ends (30E/360). */
    THIRTY_360("30/360", 360),
    /** The days of a leap year are 366ths, those of any other year 365ths. */
    ACTUAL_ACTUAL("actual/actual", 365 * 366);

    private final String words;
    private final long partsOfYear;

    DayCount(String words, long partsOfYear) {
        this.words = words;
        this.partsOfYear = partsOfYear;
    }

    public String words() {
        return words;
    }

    public static DayCount parse(String words) {
        for (DayCount count : values()) {
            if (count.words.equals(words)) {
                return count;
            }
        }
        throw new IllegalArgumentException(words);
    }

    /** The days from {@code from} up to and without {@code until} as this way of counting has them. */
    public long days(LocalDate from, LocalDate until) {
        return this == THIRTY_360 ? ordinal30(until) - ordinal30(from) : ChronoUnit.DAYS.between(from, until);
    }

    long partsOfYear() {
        return partsOfYear;
    }

    long parts(LocalDate from, LocalDate until) {
        if (this != ACTUAL_ACTUAL) {
            return days(from, until);
        }
        long parts = 0;
        LocalDate day = from;
        while (day.isBefore(until)) {
            LocalDate newYear = LocalDate.of(day.getYear() + 1, 1, 1);
            LocalDate end = newYear.isBefore(until) ? newYear : until;
            parts += ChronoUnit.DAYS.between(day, end) * (day.isLeapYear() ? 365 : 366);
            day = end;
        }
        return parts;
    }

    private static long ordinal30(LocalDate day) {
        return 360L * day.getYear() + 30L * day.getMonthValue() + Math.min(30, day.getDayOfMonth());
    }
}
