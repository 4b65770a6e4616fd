package org.saldo.dunning;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * When a customer is reminded, and how firmly. An item counts as overdue once it is more than {@code graceDays} past due;
 * days overdue are calendar days since the due date. A currency without a minimum has none.
 *
 * @param repeatAfterDays the last level is said again after so many days; never when empty
 * @param bankDataAge     so many business days the bank data may be old
 * @param waitingCover    for so many business days after its booking a receipt that waits for a decision covers
 * @param cap             at most so many mails a run
 */
public record DunningPolicy(String version, List<Level> levels, int graceDays, Optional<Integer> repeatAfterDays,
        Map<Currency, Money> minimums, int bankDataAge, int waitingCover, int cap, List<QuietPeriod> quietPeriods) {

    /** A step: reached at {@code daysOverdue}, and said no sooner than {@code daysBetween} days after the one before. */
    public record Level(int number, int daysOverdue, int daysBetween) {
    }

    /** Days of every year on which nobody is reminded, first and last included; it may run over the new year. */
    public record QuietPeriod(MonthDay first, MonthDay last) {

        boolean contains(LocalDate day) {
            MonthDay monthDay = MonthDay.from(day);
            boolean afterFirst = !monthDay.isBefore(first);
            boolean beforeLast = !monthDay.isAfter(last);
            return first.isAfter(last) ? afterFirst || beforeLast : afterFirst && beforeLast;
        }
    }

    /** @throws IllegalArgumentException when the steps do not ascend or a number makes no sense */
    public DunningPolicy {
        levels = List.copyOf(levels);
        minimums = Map.copyOf(minimums);
        quietPeriods = List.copyOf(quietPeriods);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one level");
        }
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            int before = i == 0 ? graceDays : levels.get(i - 1).daysOverdue();
            if (level.number() != i + 1 || level.daysOverdue() <= before || level.daysBetween() < 1) {
                throw new IllegalArgumentException("level " + level.number() + ": levels are numbered from 1, each begins "
                        + "later than the one before and after the grace days, with at least a day between");
            }
        }
        if (graceDays < 0 || bankDataAge < 0 || waitingCover < 0 || cap < 1
                || repeatAfterDays.filter(days -> days < 1).isPresent()) {
            throw new IllegalArgumentException("days must not be negative, and a run must be allowed a mail");
        }
    }

    public int highestLevel() {
        return levels.size();
    }

    /** The level that an item reaches by its age alone; 0 while it is not due for a reminder. */
    int levelAt(long daysOverdue) {
        int reached = 0;
        for (Level level : levels) {
            reached = daysOverdue >= level.daysOverdue() ? level.number() : reached;
        }
        return reached;
    }

    Level level(int number) {
        return levels.get(number - 1);
    }

    Money minimumIn(Currency currency) {
        return minimums.getOrDefault(currency, Money.zero(currency));
    }

    boolean isQuiet(LocalDate day) {
        return quietPeriods.stream().anyMatch(period -> period.contains(day));
    }
}
