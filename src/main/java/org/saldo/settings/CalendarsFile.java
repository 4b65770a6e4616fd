package org.saldo.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;

/** Reads {@code policies/calendars.yaml}: weekends, dated holidays and make-up days, by country. */
public final class CalendarsFile {

    private static final int DATE_LENGTH = 10;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CalendarsFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static BusinessCalendars read(Path file) {
        YamlSection root = YamlSection.read(file);
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        for (YamlSection section : root.sections("calendars")) {
            BusinessCalendar calendar = calendar(section);
            if (calendars.put(calendar.country(), calendar) != null) {
                throw section.fault("country", calendar.country() + " stands here twice; keep one");
            }
        }
        if (calendars.isEmpty()) {
            throw root.fault("calendars", "is empty, so no holiday is known anywhere; list the countries of your customers");
        }
        Map<String, ZoneId> zones = root.optionalSection("time-zones").map(CalendarsFile::zones).orElse(Map.of());
        int warnedBefore = root.whole("warn-days-before-end", BusinessCalendars.WARNED_USUAL);
        root.refuseUnknown();
        return new BusinessCalendars(calendars, zones, warnedBefore);
    }

    private static Map<String, ZoneId> zones(YamlSection section) {
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        for (String country : section.keys()) {
            if (!COUNTRIES.contains(country)) {
                throw section.fault(country, "is no country of ISO 3166-1 such as DE");
            }
            zones.put(country, section.parsed(country, "a time zone such as Europe/Madrid", ZoneId::of));
        }
        return zones;
    }

    private static BusinessCalendar calendar(YamlSection section) {
        Set<DayOfWeek> weekend = section.texts("weekend").stream().map(text -> weekday(section, text))
                .collect(Collectors.toUnmodifiableSet());
        Map<LocalDate, String> holidays = new LinkedHashMap<>();
        for (String text : section.texts("holidays")) {
            if (text.length() <= DATE_LENGTH + 1) {
                throw section.fault("holidays", "'" + text + "' is not a day and a name such as 2026-12-25 Christmas Day");
            }
            holidays.put(day(section, "holidays", text.substring(0, DATE_LENGTH)), text.substring(DATE_LENGTH).strip());
        }
        Set<LocalDate> makeUpDays = new LinkedHashSet<>();
        section.texts("make-up-days").forEach(text -> makeUpDays.add(day(section, "make-up-days", text)));
        try {
            BusinessCalendar calendar = new BusinessCalendar(section.text("country"), weekend, holidays, makeUpDays,
                    section.optional("known-through", "a day such as 2027-12-31", LocalDate::parse));
            section.refuseUnknown();
            return calendar;
        } catch (IllegalArgumentException fault) {
            throw section.fault("weekend", fault.getMessage());
        }
    }

    private static DayOfWeek weekday(YamlSection section, String text) {
        try {
            return DayOfWeek.valueOf(text);
        } catch (IllegalArgumentException fault) {
            throw section.fault("weekend", "'" + text + "' is not a weekday such as SATURDAY");
        }
    }

    private static LocalDate day(YamlSection section, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException fault) {
            throw section.fault(key, "'" + text + "' is no date; write it as 2026-12-25");
        }
    }
}
