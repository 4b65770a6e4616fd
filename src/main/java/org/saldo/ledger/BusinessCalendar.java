package org.saldo.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The days on which a country works. Holidays are dated lists, not rules; after {@code knownThrough} only the weekend is
 * known. {@code makeUpDays} are worked although they fall on a weekend, as in China around long holidays.
 */
public record BusinessCalendar(String country, Set<DayOfWeek> weekend, Map<LocalDate, String> holidays,
        Set<LocalDate> makeUpDays, Optional<LocalDate> knownThrough) {

    public BusinessCalendar {
        Texts.require(country, "country");
        weekend = Set.copyOf(weekend);
        holidays = Map.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("calendar " + country + ": every day is a weekend");
        }
    }

    /** Saturday and Sunday off, and no holiday known. */
    public static BusinessCalendar weekendsOnly(String country) {
        return new BusinessCalendar(country, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Map.of(), Set.of(),
                Optional.empty());
    }

    /** The last day of which holidays are known: without a word on that, the end of the last year that has one. */
    public Optional<LocalDate> end() {
        return knownThrough.or(() -> holidays.keySet().stream().max(Comparator.naturalOrder())
                .map(last -> last.with(TemporalAdjusters.lastDayOfYear())));
    }

    public boolean isBusinessDay(LocalDate day) {
        return whyClosed(day).isEmpty();
    }

    /** The holiday or weekday for which {@code day} is no business day; empty when it is one. */
    public Optional<String> whyClosed(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return Optional.empty();
        }
        if (holidays.containsKey(day)) {
            return Optional.of(holidays.get(day));
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return weekend.contains(weekday)
                ? Optional.of(weekday.name().charAt(0) + weekday.name().substring(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The business days after {@code from} up to and including {@code to}: Friday to Monday is one. Zero if not later. */
    public int businessDaysBetween(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isBusinessDay(day) ? 1 : 0;
        }
        return days;
    }

    /** The day itself when it is a business day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        return isBusinessDay(day) ? day : plusBusinessDays(day, 1);
    }

    /** The day that is so many business days after {@code from}; {@code from} itself for none. */
    public LocalDate plusBusinessDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; left -= isBusinessDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }
}
