package org.saldo.job.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.saldo.job.dunning.SimulatedWorld.Bill;
import org.saldo.job.dunning.SimulatedWorld.Payer;

/**
 * When a customer usually pays, by the shipped policy in plain numbers: the middle one of its last 14 bills, at least 6 of them,
 * that were due within 400 days and that cash has settled; on a weekday or a day of the month when three of five came then.
 *
 * @param weekday    0 for none
 * @param dayOfMonth 0 for none
 */
record SimulatedHabit(long daysLate, int weekday, int dayOfMonth) {

    static final int WAITS_AT_MOST = 10;
    private static final int LEAST = 6;
    private static final int MOST = 14;
    private static final int LATE_MOST = 7;
    private static final int SCATTER_MOST = 5;
    private static final int TRANSIT = 2;

    record Paid(LocalDate due, LocalDate on) {
        long late() {
            return ChronoUnit.DAYS.between(due, on);
        }
    }

    /** Empty when there are too few, they scatter, or it usually pays too late to be waited for. */
    static Optional<SimulatedHabit> of(Payer payer, LocalDate day) {
        List<Paid> last = paid(payer, day);
        if (last.size() < LEAST) {
            return Optional.empty();
        }
        long middle = last.stream().mapToLong(Paid::late).sorted().toArray()[(last.size() - 1) / 2];
        long scatter = last.stream().mapToLong(each -> Math.abs(each.late() - middle)).sorted().toArray()[last.size() / 2];
        if (scatter > SCATTER_MOST || middle > LATE_MOST) {
            return Optional.empty();
        }
        int weekday = usual(last.stream().map(each -> each.on().getDayOfWeek().getValue()).toList());
        return Optional.of(new SimulatedHabit(middle, weekday,
                weekday > 0 ? 0 : usual(last.stream().map(each -> each.on().getDayOfMonth()).toList())));
    }

    /** What of its bills counts, the latest first. */
    static List<Paid> paid(Payer payer, LocalDate day) {
        List<Paid> paid = new ArrayList<>();
        for (Bill bill : payer.bills) {
            if (bill.open() == 0 && bill.due.isAfter(day.minusDays(400))) {
                bill.lastCash().ifPresent(on -> paid.add(new Paid(bill.due, on)));
            }
        }
        return paid.stream().sorted(Comparator.comparing(Paid::on).thenComparing(Paid::due).reversed()).limit(MOST).toList();
    }

    private static int usual(List<Integer> numbers) {
        return numbers.stream().sorted().filter(number -> numbers.stream().filter(number::equals).count() * 5
                >= numbers.size() * 3L).findFirst().orElse(0);
    }

    /** From when on it would be known that a bill was paid as usual. */
    LocalDate knownFrom(LocalDate due) {
        LocalDate usually = due.plusDays(daysLate);
        while (weekday > 0 && usually.getDayOfWeek() != DayOfWeek.of(weekday)) {
            usually = usually.plusDays(1);
        }
        while (dayOfMonth > 0 && usually.getDayOfMonth() != Math.min(dayOfMonth, usually.lengthOfMonth())) {
            usually = usually.plusDays(1);
        }
        return usually.plusDays(TRANSIT);
    }
}
