package org.saldo.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saldo.dunning.DunningPast.PaidItem;
import org.saldo.ledger.Words;

/**
 * When a customer usually pays, from what it has paid.
 *
 * @param daysLate   the median; negative: before the due day
 * @param weekday    the day of its pay run, when most payments came on one
 * @param dayOfMonth else the day of the month, when most came on one
 * @param count      of so many items
 */
public record PaymentHabit(int daysLate, Optional<DayOfWeek> weekday, Optional<Integer> dayOfMonth, int count) {

    /**
     * The habit of the latest items, or none when there are too few or they scatter: half of them lie further off the
     * median than the policy allows.
     */
    static Optional<PaymentHabit> of(List<PaidItem> paid, HabitPolicy policy) {
        List<PaidItem> latest = paid.stream().sorted(Comparator.comparing(PaidItem::paidOn).thenComparing(PaidItem::due)
                .reversed()).limit(policy.most()).toList();
        if (latest.size() < policy.least()) {
            return Optional.empty();
        }
        long median = median(latest.stream().map(PaymentHabit::daysLate).toList());
        long scatter = latest.stream().map(item -> Math.abs(daysLate(item) - median)).sorted().toList().get(latest.size() / 2);
        if (scatter > policy.proof().scatter()) {
            return Optional.empty();
        }
        Optional<DayOfWeek> weekday = mostOf(latest, DayOfWeek::from, policy);
        return Optional.of(new PaymentHabit(Math.toIntExact(median), weekday,
                weekday.isPresent() ? Optional.empty() : mostOf(latest, LocalDate::getDayOfMonth, policy), latest.size()));
    }

    private static long daysLate(PaidItem item) {
        return ChronoUnit.DAYS.between(item.due(), item.paidOn());
    }

    /** Of an even number the lower one: no day is given away. */
    private static long median(List<Long> numbers) {
        return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
    }

    private static <T extends Comparable<T>> Optional<T> mostOf(List<PaidItem> items, Function<LocalDate, T> part,
            HabitPolicy policy) {
        Map<T, Long> counts = items.stream().collect(Collectors.groupingBy(item -> part.apply(item.paidOn()), TreeMap::new,
                Collectors.counting()));
        long least = (long) items.size() * policy.proof().sameDayPercent();
        return counts.entrySet().stream().filter(entry -> entry.getValue() * 100 >= least)
                .map(Map.Entry::getKey).findFirst();
    }

    /** The day on which an item that was due then is usually paid. */
    LocalDate expected(LocalDate due) {
        LocalDate usual = due.plusDays(daysLate);
        return weekday.map(day -> usual.with(TemporalAdjusters.nextOrSame(day)))
                .or(() -> dayOfMonth.map(day -> nextOrSame(usual, day))).orElse(usual);
    }

    private static LocalDate nextOrSame(LocalDate from, int dayOfMonth) {
        LocalDate here = from.withDayOfMonth(Math.min(dayOfMonth, from.lengthOfMonth()));
        LocalDate next = from.plusMonths(1).withDayOfMonth(1);
        return here.isBefore(from) ? next.withDayOfMonth(Math.min(dayOfMonth, next.lengthOfMonth())) : here;
    }

    /** Such as: usually pays 6 days late, on Fridays; median of 14. */
    Words words() {
        Words when = daysLate == 0 ? Words.of(DunningWord.PAYS_IN_TIME)
                : Words.of(daysLate > 0 ? DunningWord.PAYS_LATE : DunningWord.PAYS_EARLY, Math.abs(daysLate));
        Words day = weekday.map(each -> when.and(DunningWord.ON_WEEKDAY, Words.of(DunningWord.valueOf(each.name()))))
                .or(() -> dayOfMonth.map(each -> when.and(DunningWord.ON_DAY, each))).orElse(when);
        return day.and(DunningWord.MEDIAN_OF, count);
    }
}
