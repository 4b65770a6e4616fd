package org.saldo.ledger;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars by country (ISO 3166-1 alpha-2). A country without one works from Monday to Friday.
 *
 * @param zones the time zone in which most of a country's people live, where it is known
 */
public record BusinessCalendars(Map<String, BusinessCalendar> byCountry, Map<String, ZoneId> zones) {

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

    /** The time zone of whoever is in this country and has named none. */
    public Optional<ZoneId> zone(String country) {
        return Optional.ofNullable(zones.get(country));
    }
}
