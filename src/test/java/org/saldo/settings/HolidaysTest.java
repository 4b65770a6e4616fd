package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;

/** The shipped holidays against those of a library that computes them: whoever differs has a reason here. */
class HolidaysTest {

    private static final BusinessCalendars SHIPPED = CalendarsFile.read(Path.of("config/policies/calendars.yaml"));

    /**
     * Differences. US: the library has Columbus Day (5 U.S.C. 6103) by state only, and counts the New Year's Day that is
     * observed on 31 December to the next year. ES: it moves Assumption to the Monday, which each region decides.
     */
    @ParameterizedTest
    @CsvSource({
        "DE, GERMANY, '', '', ''",
        "GB, UNITED_KINGDOM, eng, '', ''",
        "US, UNITED_STATES, '', 2026-10-12 2027-10-11 2027-12-31, ''",
        "ES, SPAIN, '', 2027-08-15, 2027-08-16"})
    void theShippedHolidaysAreThoseOfTheCountry(String country, HolidayCalendar calendar, String part, String onlyHere,
            String onlyThere) {
        HolidayManager library = HolidayManager.getInstance(ManagerParameters.create(calendar));
        String[] parts = part.isEmpty() ? new String[0] : new String[] {part};
        Set<LocalDate> expected = new TreeSet<>(days(onlyHere));
        for (int year : new int[] {2026, 2027}) {
            library.getHolidays(Year.of(year), parts).stream().map(Holiday::getDate).forEach(expected::add);
        }
        expected.removeAll(days(onlyThere));
        BusinessCalendar shipped = SHIPPED.of(country);
        assertThat(new TreeSet<>(shipped.holidays().keySet())).isEqualTo(expected);
        assertThat(shipped.knownThrough()).hasValue(LocalDate.of(2027, 12, 31));
    }

    /**
     * Differences. All: Easter and Pentecost are Sundays. MX: the library has days of flags and oil, on which people work, and
     * moves a holiday on a weekend to the Friday, which article 74 does not. BR: on the Monday of Carnival banks are closed too
     * (Resolução CMN 4.880/2020), on Ash Wednesday they open at noon. PT: Carnival is each employer's choice. AT, BE: bank days.
     * CH: by canton; the library's Zurich has two days more.
     */
    @ParameterizedTest
    @CsvSource({
        "FR, FRANCE, '', '', ''",
        "IT, ITALY, '', '', ''",
        "NL, NETHERLANDS, '', '', ''",
        "IE, IRELAND, '', '', ''",
        "MX, MEXICO, '', 2027-05-01 2027-12-25 2028-01-01 2028-09-16, ARMY_DAY FLAG_DAY OIL_EXPROPRIATION_DAY COLUMBUS_DAY"
                + " 2027-04-30 2027-12-24 2027-12-31 2028-09-15",
        "BR, BRAZIL, '', 2026-02-16 2027-02-08 2028-02-28, christian.ASH_WEDNESDAY",
        "PT, PORTUGAL, '', '', christian.CARNIVAL",
        "AT, AUSTRIA, '', '', CHRISTMAS_EVE NEW_YEARS_EVE",
        "CH, SWITZERLAND, zh, '', ST_BERCHTHOLD LABOUR_DAY",
        "BE, BELGIUM, '', '', ALL_SOULS KINGS_FEAST NEW_YEARS_EVE",
        "PL, POLAND, '', '', ''",
        "SE, SWEDEN, '', '', ''",
        "FI, FINLAND, '', '', ''"})
    void theHolidaysOfThreeYearsAreThoseOfTheCountrysLaw(String country, HolidayCalendar calendar, String part,
            String onlyHere, String onlyThere) {
        HolidayManager library = HolidayManager.getInstance(ManagerParameters.create(calendar));
        String[] parts = part.isEmpty() ? new String[0] : new String[] {part};
        List<String> left = List.of((onlyThere + " christian.EASTER christian.PENTECOST").strip().split(" "));
        Set<LocalDate> expected = new TreeSet<>(days(onlyHere));
        for (int year : new int[] {2026, 2027, 2028}) {
            library.getHolidays(Year.of(year), parts).stream().filter(each -> !left.contains(each.getPropertiesKey())
                    && !left.contains(each.getDate().toString())).map(Holiday::getDate).forEach(expected::add);
        }
        BusinessCalendar shipped = SHIPPED.of(country);
        assertThat(new TreeSet<>(shipped.holidays().keySet())).isEqualTo(expected);
        assertThat(shipped.knownThrough()).hasValue(LocalDate.of(2028, 12, 31));
    }

    /** No library computes what the State Council decides; its notice for 2026 gives 33 days off and 6 at work instead. */
    @Test
    void chinaIsWhatItsNoticeSays() {
        BusinessCalendar china = SHIPPED.of("CN");
        assertThat(china.holidays()).hasSize(33);
        assertThat(china.makeUpDays()).hasSize(6).allMatch(day -> china.weekend().contains(day.getDayOfWeek()))
                .allMatch(day -> !china.holidays().containsKey(day));
        assertThat(china.knownThrough()).hasValue(LocalDate.of(2026, 12, 31));
    }

    /**
     * The library's Japan is that of 2018. By the Act on National Holidays a holiday on a Sunday is made up for on the next day
     * that is none (art. 3, 2), and a day between two holidays is one (3, 3); the equinoxes come by their usual formula.
     */
    @Test
    void japanIsWhatItsActSays() {
        BusinessCalendar japan = SHIPPED.of("JP");
        Set<LocalDate> expected = new TreeSet<>();
        for (int year = 2026; year <= 2028; year++) {
            Set<LocalDate> named = japaneseDays(year);
            expected.addAll(named);
            named.stream().filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY).forEach(sunday -> expected.add(
                    sunday.datesUntil(sunday.plusDays(7)).filter(day -> !named.contains(day)).findFirst().orElseThrow()));
            named.stream().map(day -> day.plusDays(1)).filter(between -> named.contains(between.plusDays(1)))
                    .forEach(expected::add);
        }
        assertThat(new TreeSet<>(japan.holidays().keySet())).isEqualTo(expected);
        assertThat(japan.holidays()).as("of the Cabinet Office's list").hasSize(18 + 17 + 16)
                .containsEntry(LocalDate.of(2026, 5, 6), "振替休日").containsEntry(LocalDate.of(2026, 9, 22), "国民の休日")
                .containsEntry(LocalDate.of(2027, 3, 22), "振替休日").containsEntry(LocalDate.of(2026, 3, 20), "春分の日");
        assertThat(japan.knownThrough()).hasValue(LocalDate.of(2028, 12, 31));
    }

    private static Set<LocalDate> japaneseDays(int year) {
        Set<LocalDate> days = Stream.of("01-01", "02-11", "02-23", "04-29", "05-03", "05-04", "05-05", "08-11", "11-03", "11-23")
                .map(day -> LocalDate.parse(year + "-" + day)).collect(Collectors.toCollection(TreeSet::new));
        Map.of(1, 2, 7, 3, 9, 3, 10, 2).forEach((month, which) -> days.add(LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY))));
        BigDecimal years = BigDecimal.valueOf(year - 1980);
        Map.of(3, "20.8431", 9, "23.2488").forEach((month, start) -> days.add(LocalDate.of(year, month, new BigDecimal(start)
                .add(years.multiply(new BigDecimal("0.242194"))).intValue() - years.intValue() / 4)));
        return days;
    }

    private static Set<LocalDate> days(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" ")).stream().map(LocalDate::parse).collect(Collectors.toSet());
    }
}
