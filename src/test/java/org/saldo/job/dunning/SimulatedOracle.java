package org.saldo.job.dunning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.job.dunning.SimulatedWorld.Bill;
import org.saldo.job.dunning.SimulatedWorld.Payer;
import org.saldo.job.dunning.SimulatedWorld.Said;

/**
 * What a customer must be told on a day, by the simulated world alone and the shipped policy in plain numbers: overdue from
 * the fourth day, reminders from the days 5, 14 and 28, the final notice from 42, at least 7, 7, 10 and 10 days apart, EUR 10.
 * The first waits for who usually pays a little late, and all of them on the day of a statement. Nobody's items are large
 * enough for a notice before the due day.
 */
final class SimulatedOracle {

    private static final int GRACE = 3;
    private static final int[] FROM_DAY = {0, 5, 14, 28, 42};
    private static final int[] APART = {0, 7, 7, 10, 10};
    static final int LAST = 4;
    private static final long LEAST = 1_000;
    private static final long LEAST_INTEREST = 500;
    private static final long LUMP_SUM = 4_000;
    /** What the Bundesbank has announced, in hundredths of a percent, and nine points on it: BGB 288. */
    private static final List<Map.Entry<LocalDate, Integer>> RATES = List.of(Map.entry(LocalDate.of(2023, 1, 1), 1062),
            Map.entry(LocalDate.of(2023, 7, 1), 1212), Map.entry(LocalDate.of(2024, 1, 1), 1262),
            Map.entry(LocalDate.of(2024, 7, 1), 1237), Map.entry(LocalDate.of(2025, 1, 1), 1127));

    private SimulatedOracle() {
    }

    record Line(Bill bill, int level, long open, long excluded, long days) {
        @Override
        public String toString() {
            return bill.number + " level " + level + " open " + open + " excluded " + excluded + " days " + days;
        }
    }

    /** All that may be asked for on a day. */
    record Asked(List<Line> lines, long credited) {

        long cents() {
            return lines.stream().mapToLong(line -> line.open() - line.excluded()).sum() - credited;
        }

        int level() {
            return lines.stream().mapToInt(Line::level).max().orElse(0);
        }

        /** The highest level that is said for the first time; of a reminder that is said again the highest of all. */
        int leading() {
            return lines.stream().filter(line -> line.level > said(line.bill)).mapToInt(Line::level).max().orElse(level());
        }

        /** What is asked for of the bills that reach the leading level now; what covers pays the oldest first. */
        long led() {
            long left = credited;
            long sum = 0;
            int leading = leading();
            for (Line line : lines) {
                long asked = line.open() - line.excluded();
                long used = Math.min(left, asked);
                left -= used;
                sum += line.level() == leading && said(line.bill) < leading ? asked - used : 0;
            }
            return sum;
        }

        /** Whether it says of each bill, and in all, what this one says; days and levels apart. */
        boolean holdsAs(Asked now) {
            return credited == now.credited && lines.stream().allMatch(line -> now.lines.stream().anyMatch(other ->
                    other.bill == line.bill && other.open == line.open && other.excluded == line.excluded));
        }
    }

    /** What is overdue, not left out and not covered, the oldest first; empty when that is not worth a mail. */
    static Asked overdue(Payer payer, LocalDate day) {
        Map<Bill, Long> excluded = payer.excluded(day);
        long cover = payer.cover(day);
        long credited = 0;
        List<Line> lines = new ArrayList<>();
        List<Bill> late = payer.bills.stream().filter(bill -> bill.open() > 0 && !bill.isBlocked(day)
                && ChronoUnit.DAYS.between(bill.due, day) > GRACE)
                .sorted(Comparator.comparing((Bill bill) -> bill.due).thenComparing(bill -> bill.number)).toList();
        for (Bill bill : late) {
            long asked = bill.open() - excluded.getOrDefault(bill, 0L);
            long used = Math.min(cover, asked);
            cover -= used;
            if (asked > used) {
                credited += used;
                lines.add(new Line(bill, level(bill, day), bill.open(), excluded.getOrDefault(bill, 0L),
                        ChronoUnit.DAYS.between(bill.due, day)));
            }
        }
        Asked all = new Asked(lines, credited);
        return all.cents() < LEAST ? new Asked(List.of(), 0) : all;
    }

    private static int said(Bill bill) {
        return bill.levels.entrySet().stream().filter(each -> bill.payer.said.stream().anyMatch(mail ->
                mail.key.equals(each.getKey()) && mail.countsAsLevel())).mapToInt(Map.Entry::getValue).max().orElse(0);
    }

    private static int level(Bill bill, LocalDate day) {
        int said = said(bill);
        long late = ChronoUnit.DAYS.between(bill.due, day);
        boolean rises = said < LAST && late >= FROM_DAY[said + 1] && !isPutOff(bill, day);
        return rises ? said + 1 : said;
    }

    /** Whether the first reminder of a bill waits, since its customer usually pays about then. */
    static boolean isPutOff(Bill bill, LocalDate day) {
        LocalDate step = bill.due.plusDays(FROM_DAY[1]);
        boolean mayWait = said(bill) == 0 && !day.isBefore(step) && day.isBefore(step.plusDays(SimulatedHabit.WAITS_AT_MOST));
        return mayWait && bill.payer.bills.stream().noneMatch(each -> each.open() > 0 && said(each) >= 2)
                && SimulatedHabit.of(bill.payer, day).filter(habit -> day.isBefore(habit.knownFrom(bill.due))).isPresent();
    }

    /** The mail that the customer must get on this day; empty for none. */
    static Optional<Asked> mail(Payer payer, LocalDate day) {
        boolean quiet = !MonthDay.from(day).isBefore(MonthDay.of(12, 24)) || !SimulatedWorld.isBusinessDay(day)
                || payer.statementOn.equals(day);
        if (quiet || payer.isBlocked(day) || payer.isOutOfReach()) {
            return Optional.empty();
        }
        Asked asked = overdue(payer, day);
        if (asked.lines.isEmpty()) {
            return Optional.empty();
        }
        long since = payer.said.stream().filter(Said::countsAsMail).map(mail -> mail.day).max(Comparator.naturalOrder())
                .map(last -> ChronoUnit.DAYS.between(last, day)).orElse(Long.MAX_VALUE);
        long ofWeek = payer.said.stream().filter(mail -> !mail.state.equals("CANCELLED")
                && mail.day.isAfter(day.minusWeeks(1))).map(mail -> mail.day).distinct().count();
        boolean rises = asked.lines.stream().anyMatch(line -> line.level > said(line.bill));
        boolean inTime = rises && since >= APART[asked.leading()] && ofWeek < 2;
        return inTime ? Optional.of(asked) : Optional.empty();
    }

    /** For people: what the world says of a customer on a day. */
    static String told(Payer payer, LocalDate day) {
        return overdue(payer, day) + ", blocked " + payer.isBlocked(day) + ", habit " + SimulatedHabit.of(payer, day)
                + ", paid " + SimulatedHabit.paid(payer, day) + ", bills " + payer.bills.stream().filter(bill -> bill.open() > 0)
                .map(bill -> bill.number + " due " + bill.due + " open " + bill.open() + " said " + said(bill)
                + (isPutOff(bill, day) ? " put off" : "") + (bill.isBlocked(day) ? " blocked" : "")).toList();
    }

    /**
     * What a mail says of interest: nothing when it is too little together with the lump sums, which are for what was open
     * when its delay began.
     */
    static Optional<Long> interestSaid(Asked asked, LocalDate day) {
        long lumpSums = LUMP_SUM * asked.lines.stream().filter(line -> line.bill.openAt(line.bill.due.plusDays(1)) > 0).count();
        return Optional.of(interest(asked, day)).filter(cents -> cents + lumpSums >= LEAST_INTEREST);
    }

    /** Through the day before, a day at a time; on whole bills of a German customer of which nothing is left out. */
    private static long interest(Asked asked, LocalDate day) {
        long sum = 0;
        for (Line line : asked.lines) {
            BigDecimal exact = BigDecimal.ZERO;
            for (LocalDate each = line.bill.due.plusDays(1); each.isBefore(day); each = each.plusDays(1)) {
                exact = exact.add(BigDecimal.valueOf(line.bill.openAt(each)).multiply(BigDecimal.valueOf(rate(each))));
            }
            sum += exact.divide(BigDecimal.valueOf(365L * 10_000), 0, RoundingMode.HALF_UP).longValueExact();
        }
        return sum;
    }

    private static int rate(LocalDate day) {
        return RATES.stream().filter(each -> !each.getKey().isAfter(day)).reduce((one, other) -> other).orElseThrow().getValue();
    }
}
