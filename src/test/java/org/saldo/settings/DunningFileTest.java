package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.HabitPolicy;
import org.saldo.dunning.Incentives;
import org.saldo.dunning.NewsTerms;
import org.saldo.dunning.SendTimes;
import org.saldo.dunning.Step;
import org.saldo.ledger.BusinessCalendars;

class DunningFileTest {

    private static final Path SHIPPED = Path.of("config/policies/dunning.yaml");

    @TempDir
    private Path folder;

    @Test
    void theShippedPolicyIsGoodAsItIs() {
        DunningPolicy policy = DunningFile.read(SHIPPED);
        assertThat(policy.ladders()).singleElement().satisfies(ladder -> {
            assertThat(ladder.steps()).extracting(Step::label).containsExactly("upcoming", "reminder 1", "reminder 2",
                    "reminder 3", "final", "phone", "salesperson", "manager", "hold", "handover");
            assertThat(ladder.steps()).extracting(Step::days).containsExactly(-7, 5, 14, 28, 42, 45, 48, 56, 60, 75);
            assertThat(ladder.step(4).manner().lastDays()).hasValue(10);
            assertThat(ladder.internal()).allMatch(step -> step.level() == 4);
            assertThat(ladder.repeatAfterDays()).as("a last notice is the last").isEmpty();
        });
        assertThat(policy.templates()).containsExactlyInAnyOrder("reminder-upcoming", "reminder-1", "reminder-2", "reminder-3",
                "reminder-final");
        assertThat(policy.habits()).hasValue(new HabitPolicy(6, 14, 7, 10, 2));
        assertThat(policy.news()).isEqualTo(new NewsTerms(Optional.of(23), 23));
        assertThat(policy.cap()).isEqualTo(500);
        assertThat(policy.times()).isEqualTo(new SendTimes(Optional.of(new SendTimes.Hours(LocalTime.of(9, 0),
                LocalTime.of(16, 30))), 90, Optional.of(2), 2, true));
    }

    @Test
    void whatIsShippedAsAnExampleCanBeSwitchedOn() throws IOException {
        Path file = folder.resolve("dunning.yaml");
        Files.writeString(file, Files.readString(SHIPPED).replace("# incentives:", "incentives:"));
        DunningPolicy policy = DunningFile.read(file);
        assertThat(policy.incentives()).isEqualTo(new Incentives(true, 10, 365, Optional.empty()));
        Files.writeString(file, Files.readString(SHIPPED).replace("template: reminder-2}",
                "template: reminder-2, fee: [EUR 2.50]}"));
        assertThat(DunningFile.read(file).ladders().get(0).step(2).fees()).hasToString("{EUR=EUR 2.50}");
        assertThat(DunningFile.read(file).ladders().get(0).step(1).fees()).isEmpty();
        Files.writeString(file, Files.readString(SHIPPED).replace("look-back-days: 400", "look-back-days: 200"));
        assertThat(DunningFile.read(file).paymentsLook().orElseThrow().lookBack()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "days: 14|days: 5|:11: steps: standard: reminder 2: reminders are numbered from 1, each begins later",
        "days: 5|days: 3|steps: standard: reminder 1: reminders are numbered from 1",
        "kind: reminder|kind: nag|:12: kind: 'nag' is none of upcoming, due, reminder, final, phone",
        "kind: reminder|kind: final|:12: kind: final: a final notice names a last day; add last-day-after",
        "template: reminder-3|last-day-after: 8, kind: final|kind: stands here twice; keep one",
        "days: 5|day: 5|:12: days: is missing; add it",
        "days-between: 7|days-between: 0|kind: reminder: there is at least a day between",
        "template: reminder-1|tone: rude|tone: ",
        "template: reminder-1|fee: [EUR two]|fee: 'EUR two' is no amount such as EUR 100.00",
        "reminder, days: 5, days-between: 7, template: reminder-1|phone, days: 5, fee: [EUR 2.00]|phone: only a reminder has",
        "template: reminder-1|attach: [everything]|attach: 'everything' is none of document, delivery, statement",
        "template: reminder-1|channel: task|channel: what the customer is told goes by mail or letter",
        "template: reminder-1|recipients: [finance]|recipients: the contact must be among them",
        "template: reminder-1|percent-of-item: 101|kind: a percentage is from 0 to 100, not 101",
        "template: reminder-1|minimum-of-item: [EUR ten]|minimum-of-item: 'EUR ten' is no amount such as EUR 100.00",
        "template: reminder-1|template: ../secret|template: '../secret' is not the name of a template",
        "kind: reminder, days: 5|kind: due, days: 5|steps: standard: due at 5 days: an upcoming notice has",
        "reminder, days: 5, days-between: 7, template: reminder-1|phone, days: 2|phone: a step inside the house",
        "repeat-last-level-after-days: 30|segments: [retail]|ladders: the last ladder must be for everybody",
        "repeat-last-level-after-days: 30|countries: [XX]|countries: 'XX' is no country; write it as DE",
        "grace-days: 3|grace-days: three|:9: grace-days: 'three' is not a whole number",
        "EUR 10.00|EUR ten|minimum-amounts: 'EUR ten' is no amount such as EUR 100.00",
        "USD 10.00|EUR 11.00|minimum-amounts: 'EUR 11.00' is not an amount such as EUR 10.00, one a currency",
        "mails-per-run: 500|mails-per-run: 0|a run must be allowed a mail",
        "first: 12-24|first: 12-32|first: '12-32' is not a day of the year",
        "# send: {hours: 09:00-16:30,|send: {hours: 16:30-09:00,|hours: '16:30-09:00' is not hours of a day such as 09:00",
        "# send: {hours: 09:00-16:30,|send: {hour: 9,|hours: is missing; add it",
        "mails-per-week: 2|mails-per-week: 0|minutes are not negative, and a customer may get a mail a week",
        "mails-per-run|mails-per-rum|mails-per-run: is missing"})
    void aFaultIsSaidWithFileAndLine(String good, String bad, String message) throws IOException {
        Path file = folder.resolve("dunning.yaml");
        String text = Files.readString(PlainPolicy.file());
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
