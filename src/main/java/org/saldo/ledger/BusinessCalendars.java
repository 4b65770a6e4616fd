package org.saldo.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars by country (ISO 3166-1 alpha-2). A country without one works from Monday to Friday.
 *
 * @param zones        the time zone in which most of a country's people live, where it is known
 * @param warnedBefore so many days before a calendar ends it is said
 */
public record BusinessCalendars(Map<String, BusinessCalendar> byCountry, Map<String, ZoneId> zones, int warnedBefore) {

    /** How many days before its end a calendar is spoken of where nothing is said. */
    public static final int WARNED_USUAL = 60;

    /** That are spoken of as long before their end as usual. */
    public BusinessCalendars(Map<String, BusinessCalendar> byCountry, Map<String, ZoneId> zones) {
        this(byCountry, zones, WARNED_USUAL);
    }

    /** Of countries whose time zones are not known. */
    public BusinessCalendars(Map<String, BusinessCalendar> byCountry) {
        this(byCountry, Map.of());
    }

    public BusinessCalendars {
        byCountry = Map.copyOf(byCountry);
        zones = Map.copyOf(zones);
    }

    public BusinessCalendar of(String country) {
        BusinessCalendar known = byCountry.get(country);
        return known == null ? BusinessCalendar.weekendsOnly(country) : known;
    }

    /**
     * Why days in this country are not known, or soon will not be: its calendar is missing, over, or ends soon. Empty
     * when all is well, and where no country has a calendar.
     */
    public Optional<Gap> gap(String country, LocalDate day) {
        BusinessCalendar known = byCountry.get(country);
        if (known == null) {
            return byCountry.isEmpty() ? Optional.empty() : Optional.of(new Gap(country, false, Optional.empty()));
        }
        return known.end().filter(end -> !end.isAfter(day.plusDays(warnedBefore)))
                .map(end -> new Gap(country, end.isBefore(day), Optional.of(end)));
    }

    /** @param over whether it is so already; {@code end} is until when the holidays are known, empty when none are */
    public record Gap(String country, boolean over, Optional<LocalDate> end) {

        public boolean missing() {
            return end.isEmpty();
        }

        public String words() {
            return "calendars.yaml: " + (missing() ? country
                    + " is not there, and customers are: only its weekends are known; add"
                    + " its calendar" : "the holidays of " + country + " are known through " + end.get()
                    + " only, then no more than"
                    + " its weekends; add the next list and set known-through");
        }
    }

    /** The time zone of whoever is in this country and has named none. */
    public Optional<ZoneId> zone(String country) {
        return Optional.ofNullable(zones.get(country));
    }
}
