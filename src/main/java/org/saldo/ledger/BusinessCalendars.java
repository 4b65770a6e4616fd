package org.saldo.ledger;

import java.util.Map;

/** The calendars by country (ISO 3166-1 alpha-2). A country without one works from Monday to Friday. */
public record BusinessCalendars(Map<String, BusinessCalendar> byCountry) {

    public BusinessCalendars {
        byCountry = Map.copyOf(byCountry);
    }

    public BusinessCalendar of(String country) {
        BusinessCalendar known = byCountry.get(country);
        return known == null ? BusinessCalendar.weekendsOnly(country) : known;
    }
}
