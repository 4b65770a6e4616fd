package org.saldo.statement;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.ledger.BusinessCalendar;

/** The schedules of all companies. That of the company itself holds before the general one, and the latest before older ones. */
public record StatementSchedules(List<StatementSchedule> all) {

    /** Every company by {@link StatementSchedule#USUAL}. */
    public static final StatementSchedules USUAL = new StatementSchedules(List.of());

    private static final YearMonth EVER = YearMonth.of(1, 1);
    private static final int MONTHS_LOOKED_BACK = 3;

    /** A month that waits to be made; {@code late}: a later one waits as well. */
    public record Due(YearMonth month, boolean late) {
    }

    /** @throws IllegalArgumentException when two schedules begin with one month */
    public StatementSchedules {
        all = List.copyOf(all);
        if (all.stream().map(each -> each.company() + "/" + each.from().orElse(EVER)).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two schedules of a company begin with the same month; keep one");
        }
    }

    /** The schedule by which a company's month is made. */
    public StatementSchedule of(String company, YearMonth month) {
        return all.stream()
                .filter(each -> each.company().isEmpty() || each.company().equals(company))
                .filter(each -> each.from().filter(month::isBefore).isEmpty())
                .max(Comparator.comparing((StatementSchedule each) -> !each.company().isEmpty())
                        .thenComparing(each -> each.from().orElse(EVER)))
                .orElse(StatementSchedule.USUAL);
    }

    /** The days of so many months up to {@code month}: from the day after the cut-off before them, whatever its schedule. */
    public StatementPeriod period(String company, YearMonth month, int months) {
        YearMonth before = month.minusMonths(months);
        return new StatementPeriod(of(company, before).cutOff(before).plusDays(1), of(company, month).cutOff(month));
    }

    /** The latest month whose run is due at {@code now}, in the company's own time. */
    public Optional<YearMonth> latest(String company, LocalDateTime now, BusinessCalendar calendar) {
        YearMonth present = YearMonth.from(now);
        return Stream.iterate(present, month -> month.minusMonths(1)).limit(MONTHS_LOOKED_BACK)
                .filter(month -> {
                    StatementSchedule schedule = of(company, month);
                    return !now.isBefore(schedule.dueOn(month, calendar).atTime(schedule.notBefore()));
                }).findFirst();
    }

    /**
     * The months that are to be made, oldest first: all since {@code lastMade}, at most as many as the schedule catches up;
     * of a company that never made one only the latest.
     */
    public List<Due> due(String company, LocalDateTime now, BusinessCalendar calendar, Optional<YearMonth> lastMade) {
        Optional<YearMonth> latest = latest(company, now, calendar);
        if (latest.isEmpty() || lastMade.filter(made -> !made.isBefore(latest.get())).isPresent()) {
            return List.of();
        }
        YearMonth earliest = latest.get().minusMonths(of(company, latest.get()).catchUp() - 1L);
        YearMonth first = lastMade.map(made -> made.plusMonths(1)).orElse(latest.get());
        return Stream.iterate(first.isBefore(earliest) ? earliest : first, month -> !month.isAfter(latest.get()),
                month -> month.plusMonths(1)).map(month -> new Due(month, month.isBefore(latest.get()))).toList();
    }
}
