package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.dunning.DunningPolicy;
import org.saldo.ledger.BusinessCalendars;

class DunningFileTest {

    private static final Path SHIPPED = Path.of("config/policies/dunning.yaml");

    @TempDir
    private Path folder;

    @Test
    void theShippedPolicyIsGoodAsItIs() {
        DunningPolicy policy = DunningFile.read(SHIPPED);
        assertThat(policy.highestLevel()).isEqualTo(3);
        assertThat(policy.cap()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "days-overdue: 14|days-overdue: 5|levels: level 2: levels are numbered from 1",
        "days-overdue: 5|days-overdue: 3|levels: level 1: levels are numbered from 1",
        "level: 3|level: 4|levels: level 4: levels are numbered from 1",
        "grace-days: 3|grace-days: three|:3: grace-days: 'three' is not a whole number",
        "EUR 10.00|EUR ten|minimum-amounts: 'EUR ten' is not an amount",
        "USD 10.00|EUR 11.00|minimum-amounts: 'EUR 11.00' is not an amount such as EUR 10.00, one a currency",
        "mails-per-run: 500|mails-per-run: 0|a run must be allowed a mail",
        "first: 12-24|first: 12-32|first: '12-32' is not a day of the year",
        "mails-per-run|mails-per-rum|mails-per-run: is missing"})
    void aFaultIsSaidWithFileAndLine(String good, String bad, String message) throws IOException {
        Path file = folder.resolve("dunning.yaml");
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
        assertThatThrownBy(() -> DunningFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + ":").hasMessageContaining(message);
    }

    @Test
    void theShippedCalendarsKnowHolidaysAndMakeUpDays() {
        BusinessCalendars calendars = CalendarsFile.read(Path.of("config/policies/calendars.yaml"));
        assertThat(calendars.of("DE").whyClosed(LocalDate.of(2026, 5, 14))).hasValue("Christi Himmelfahrt");
        assertThat(calendars.of("DE").isBusinessDay(LocalDate.of(2026, 10, 30))).isTrue();
        assertThat(calendars.of("CN").isBusinessDay(LocalDate.of(2026, 10, 10))).as("a Saturday that is worked").isTrue();
        assertThat(calendars.of("CN").isBusinessDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(calendars.of("BR").isBusinessDay(LocalDate.of(2026, 10, 31))).as("a Saturday").isFalse();
        assertThat(calendars.of("GB").businessDaysBetween(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 29))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-10-03 Tag|2026-13-03 Tag|holidays: '2026-13-03' is no date",
        "weekend: [SATURDAY|weekend: [SATERDAY|weekend: 'SATERDAY' is not a weekday",
        "country: ES|country: DE|country: DE stands here twice"})
    void aFaultInACalendarIsSaidToo(String good, String bad, String message) throws IOException {
        Path file = folder.resolve("calendars.yaml");
        String text = Files.readString(Path.of("config/policies/calendars.yaml"));
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
        assertThatThrownBy(() -> CalendarsFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + ":").hasMessageContaining(message);
    }
}
