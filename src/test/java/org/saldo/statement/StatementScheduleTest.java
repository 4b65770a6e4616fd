package org.saldo.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.BusinessCalendar;

/** When a month is cut, when it is due, and what is caught up. */
class StatementScheduleTest {

    private static final BusinessCalendar GERMANY = new BusinessCalendar("DE", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Map.of(day("2026-01-01"), "New Year"), Set.of(), Optional.empty());
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Test
    void aMonthBeginsWhereTheOneBeforeWasCutAlsoWhenTheCutOffChanges() {
        StatementSchedules schedules = new StatementSchedules(List.of(schedule("", "", 0), schedule("main", "2026-11", 25),
                schedule("main", "2027-02", 10)));
        assertThat(schedules.period("main", OCTOBER, 1)).isEqualTo(StatementPeriod.of(OCTOBER));
        assertThat(schedules.period("main", OCTOBER.plusMonths(1), 1)).isEqualTo(period("2026-11-01", "2026-11-25"));
        assertThat(schedules.period("main", OCTOBER.plusMonths(2), 1)).isEqualTo(period("2026-11-26", "2026-12-25"));
        assertThat(schedules.period("main", YearMonth.of(2027, 2), 1)).isEqualTo(period("2027-01-26", "2027-02-10"));
        assertThat(schedules.period("main", YearMonth.of(2026, 12), 3)).isEqualTo(period("2026-10-01", "2026-12-25"));
        assertThat(schedules.period("other", YearMonth.of(2027, 2), 1)).isEqualTo(StatementPeriod.of(YearMonth.of(2027, 2)));
        YearMonth month = YearMonth.of(2026, 1);
        for (int i = 0; i < 24; i++) {
            assertThat(schedules.period("main", month.plusMonths(i + 1L), 1).firstDay())
                    .isEqualTo(schedules.period("main", month.plusMonths(i), 1).cutOff().plusDays(1));
        }
    }

    @Test
    void theRunIsDueOnABusinessDayOfTheCompanysCountry() {
        assertThat(schedule("", "", 0).dueOn(OCTOBER, GERMANY)).isEqualTo("2026-11-03");
        assertThat(schedule("", "", 0).dueOn(YearMonth.of(2025, 12), GERMANY)).isEqualTo("2026-01-05");
        assertThat(schedule("", "", 25).dueOn(OCTOBER, GERMANY)).isEqualTo("2026-10-27");
    }

    @Test
    void aMonthIsDueFromItsHourOnAndNotBefore() {
        StatementSchedules usual = StatementSchedules.USUAL;
        assertThat(due(usual, "2026-11-03T05:59", "2026-09")).isEmpty();
        assertThat(due(usual, "2026-11-03T06:00", "2026-09")).containsExactly(new StatementSchedules.Due(OCTOBER, false));
        assertThat(due(usual, "2026-11-03T06:00", "2026-10")).isEmpty();
        assertThat(due(usual, "2026-11-30T23:59", "2026-10")).isEmpty();
    }

    @Test
    void missedMonthsAreCaughtUpOldestFirstAndNoMoreThanThePolicySays() {
        StatementSchedules usual = StatementSchedules.USUAL;
        assertThat(due(usual, "2026-11-20T12:00", "2026-08")).containsExactly(
                new StatementSchedules.Due(OCTOBER.minusMonths(1), true), new StatementSchedules.Due(OCTOBER, false));
        assertThat(due(usual, "2026-11-20T12:00", "2025-01")).extracting(StatementSchedules.Due::month)
                .containsExactly(OCTOBER.minusMonths(2), OCTOBER.minusMonths(1), OCTOBER);
        assertThat(usual.due("main", LocalDateTime.parse("2026-11-20T12:00"), GERMANY, Optional.empty()))
                .as("a company that never made one begins with the latest").containsExactly(
                        new StatementSchedules.Due(OCTOBER, false));
    }

    @Test
    void aScheduleThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> schedule("", "", 29)).hasMessageContaining("from 1 to 28, not on 29");
        assertThatThrownBy(() -> new StatementSchedule("", Optional.empty(), 0, 0, LocalTime.NOON, 3, false))
                .hasMessageContaining("business day from 1");
        assertThatThrownBy(() -> new StatementSchedules(List.of(schedule("a", "2026-01", 0), schedule("a", "2026-01", 1))))
                .hasMessageContaining("begin with the same month");
    }

    private static List<StatementSchedules.Due> due(StatementSchedules schedules, String now, String lastMade) {
        return schedules.due("main", LocalDateTime.parse(now), GERMANY, Optional.of(YearMonth.parse(lastMade)));
    }

    private static StatementSchedule schedule(String company, String from, int cutOff) {
        return new StatementSchedule(company, from.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(from)), cutOff,
                2, LocalTime.of(6, 0), 3, false);
    }

    private static StatementPeriod period(String first, String cutOff) {
        return new StatementPeriod(day(first), day(cutOff));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
