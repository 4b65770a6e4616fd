package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.debt;
import static org.saldo.dunning.Cases.eur;
import static org.saldo.dunning.Cases.owes;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;

class SendTimesTest {

    private static final SendTimes OFFICE = new SendTimes(Optional.of(new SendTimes.Hours(LocalTime.of(9, 0),
            LocalTime.of(16, 30))), 0, Optional.of(2));
    private static final Predicate<LocalDate> WEEKENDS = day -> day.getDayOfWeek().getValue() > 5;

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,2026-10-29T09:00:00Z,2026-10-29T09:00:00Z", // within the hours
        "Europe/Berlin,2026-10-29T07:00:00Z,2026-10-29T08:00:00Z", // before them
        "Europe/Berlin,2026-10-29T15:30:00Z,2026-10-30T08:00:00Z", // they have just ended
        "Europe/Berlin,2026-10-30T20:00:00Z,2026-11-02T08:00:00Z", // over the weekend
        "Europe/Berlin,2026-10-23T20:00:00Z,2026-10-26T08:00:00Z", // over the end of summer time
        "America/Mexico_City,2026-10-29T08:00:00Z,2026-10-29T15:00:00Z", // still night there
        "Asia/Shanghai,2026-10-29T09:30:00Z,2026-10-30T01:00:00Z", // evening there
        "Pacific/Auckland,2026-10-30T12:00:00Z,2026-11-01T20:00:00Z"}) // Saturday there already
    void aMailWaitsForTheHoursOfTheCustomersPlace(ZoneId zone, Instant now, Instant expected) {
        assertThat(OFFICE.notBefore(now, zone, WEEKENDS, "C-1")).isEqualTo(expected);
    }

    @Test
    void hoursThatTheClockLeapsOverBeginAfterIt() {
        SendTimes early = new SendTimes(Optional.of(new SendTimes.Hours(LocalTime.of(2, 30), LocalTime.of(4, 0))), 0,
                Optional.empty());
        assertThat(early.notBefore(Instant.parse("2026-03-29T00:00:00Z"), ZoneId.of("Europe/Berlin"), day -> false, "C-1"))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void whatIsLateIsSpreadAndTheSameMailKeepsItsMinute() {
        SendTimes spread = new SendTimes(OFFICE.hours(), 90, Optional.empty());
        Instant night = Instant.parse("2026-10-29T22:00:00Z");
        Instant from = Instant.parse("2026-10-30T08:00:00Z");
        Set<Instant> minutes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Instant at = spread.notBefore(night, ZoneId.of("Europe/Berlin"), WEEKENDS, "main/C-" + i);
            assertThat(at).isBetween(from, from.plus(Duration.ofMinutes(90)));
            assertThat(at).isEqualTo(spread.notBefore(night, ZoneId.of("Europe/Berlin"), WEEKENDS, "main/C-" + i));
            minutes.add(at);
        }
        assertThat(minutes).hasSizeGreaterThan(80);
    }

    @Test
    void whateverTheHourAndPlaceAMailGoesInOpenHoursAndNeverEarlierThanNow() {
        Random random = new Random(7);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        SendTimes spread = new SendTimes(OFFICE.hours(), 120, Optional.empty());
        for (int i = 0; i < 3_000; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 366 * 86_400));
            Instant at = spread.notBefore(now, zone, WEEKENDS, "C-" + i);
            assertThat(at).isBetween(now, now.plus(Duration.ofDays(5)));
            assertThat(spread.isOpen(at, zone, WEEKENDS)).as(zone + " " + now).isTrue();
        }
    }

    @Test
    void withoutHoursAMailGoesAtOnce() {
        Instant night = Instant.parse("2026-10-31T22:00:00Z");
        assertThat(SendTimes.ANY.notBefore(night, ZoneId.of("UTC"), WEEKENDS, "C-1")).isEqualTo(night);
        assertThatThrownBy(() -> new SendTimes.Hours(LocalTime.NOON, LocalTime.NOON)).hasMessageContaining("is not before");
    }

    @Test
    void chinasMakeUpDaysAreOpenAndItsHolidaysAreNot() {
        BusinessCalendar china = new BusinessCalendar("CN", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Map.of(LocalDate.of(2026, 10, 8), "National Day"), Set.of(LocalDate.of(2026, 10, 10)), Optional.empty());
        DunningPolicy policy = policy(OFFICE);
        DunningRun run = new DunningRun(policy, new BusinessCalendars(Map.of("CN", china)), china, DAY);
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        assertThat(run.notBefore(Cases.customer("C-1", "CN", "zh"), Instant.parse("2026-10-07T12:00:00Z"), shanghai))
                .isEqualTo("2026-10-09T01:00:00Z");
        assertThat(run.notBefore(Cases.customer("C-1", "CN", "zh"), Instant.parse("2026-10-09T12:00:00Z"), shanghai))
                .isEqualTo("2026-10-10T01:00:00Z");
        assertThat(run.notBefore(Cases.customer("C-1", "CN", "zh"), Instant.parse("2026-12-23T12:00:00Z"), shanghai))
                .as("over a quiet period of the policy").isEqualTo("2027-01-04T01:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,false", "3,false"})
    void aCustomerIsWrittenToSoOftenInAWeekAtMost(int before, boolean reminds) {
        List<LocalDate> written = IntStream.rangeClosed(1, before).mapToObj(i -> DAY.minusDays(2L * i)).toList();
        Ladder daily = new Ladder("l", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 1)), Optional.empty());
        DunningPolicy policy = new DunningPolicy("1", List.of(daily), Map.of(), 3, 5, 500, List.of(), OFFICE, Optional.empty());
        DunningCase late = owes(debt(1, 20, 0, eur("100.00")));
        DunningCase customer = new DunningCase(late.customer(), late.debts(), List.of(), written.stream().findFirst(),
                Optional.empty(), new DunningPast(List.of(), written, List.of()));
        assertThat(new DunningRun(policy, new BusinessCalendars(Map.of()), BusinessCalendar.weekendsOnly("DE"), DAY)
                .decide(customer).reminder().isPresent()).isEqualTo(reminds);
    }

    private static DunningPolicy policy(SendTimes times) {
        DunningPolicy plain = Cases.POLICY;
        return new DunningPolicy("1", plain.ladders(), plain.minimums(), 3, 5, 500, plain.quietPeriods(), times,
                Optional.empty());
    }
}
