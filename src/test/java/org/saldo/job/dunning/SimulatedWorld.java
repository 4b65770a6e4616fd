package org.saldo.job.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What is true in the simulation, in cents and in the fewest words: who owes what, what of it was paid and is known, disputed,
 * promised, in a plan, paused or blocked, and what was said. It knows nothing of how the hub finds that out.
 */
final class SimulatedWorld {

    private static final int DAYS_OF_MONTH = 21;

    /** How a customer pays. What those owe who name no bill or pay twice is known in all, not by bill. */
    enum Habit {
        PUNCTUAL, LATE, PARTLY, NEVER, TWICE, UNNAMED, TALKER, RETURNER, STEADY;

        boolean isPlain() {
            return this != TWICE && this != UNNAMED;
        }
    }

    /** Where a customer is. */
    record Place(String country, ZoneId zone) {
        static final List<Place> ALL = List.of(new Place("DE", ZoneId.of("Europe/Berlin")),
                new Place("DE", ZoneId.of("Europe/Berlin")), new Place("US", ZoneId.of("America/New_York")),
                new Place("NZ", ZoneId.of("Pacific/Auckland")), new Place("BR", ZoneId.of("America/Sao_Paulo")));
    }

    /**
     * By so much a bill was lowered (negative: raised again), and from when on that counts; if it was cash, the transfer and
     * when that was booked.
     */
    record Entry(LocalDate day, long cents, String transfer, LocalDate booked) {
    }

    /** A few days in which an answer keeps an amount from being asked for. */
    record Pause(String reply, long cents, LocalDate from, LocalDate until) {
    }

    /** A person's stop, until it is over or lifted. */
    static final class Block {
        final LocalDate until;
        boolean lifted;

        Block(LocalDate until) {
            this.until = until;
        }

        boolean holdsOn(LocalDate day) {
            return !lifted && !day.isAfter(until);
        }
    }

    static final class Bill {
        final String number;
        final Payer payer;
        final LocalDate issued;
        final LocalDate due;
        final long cents;
        final List<Entry> entries = new ArrayList<>();
        final List<Pause> pauses = new ArrayList<>();
        final Map<String, Long> disputes = new LinkedHashMap<>();
        final Map<String, Integer> levels = new LinkedHashMap<>();
        final List<Block> blocks = new ArrayList<>();
        LocalDate lastPaused = LocalDate.of(2000, 1, 1);
        private LocalDate lastAway = LocalDate.of(2000, 1, 1);

        Bill(String number, Payer payer, LocalDate issued, long cents) {
            this.number = number;
            this.payer = payer;
            this.issued = issued;
            this.due = issued.plusDays(30);
            this.cents = cents;
        }

        long open() {
            return openAt(LocalDate.MAX);
        }

        boolean isBlocked(LocalDate day) {
            return blocks.stream().anyMatch(block -> block.holdsOn(day));
        }

        long openAt(LocalDate day) {
            long open = cents;
            for (Entry each : entries) {
                open -= each.day.isAfter(day) ? 0 : each.cents;
            }
            return Math.max(0, open);
        }

        /** An absence pauses what nothing has paused within 45 days, and does not count against what is answered then. */
        void away(String reply, LocalDate day, LocalDate until) {
            if (!lastPaused.plusDays(45).isAfter(day) && !lastAway.plusDays(45).isAfter(day)) {
                lastAway = day;
                pauses.add(new Pause(reply, open(), day, until));
            }
        }

        void settle(LocalDate day, long amount, String transfer) {
            entries.add(new Entry(day, amount, transfer, day));
        }

        /** With money that was here before: it counts from the bill's own day on, or when it was opened again. */
        void settleWith(Credit credit, long amount) {
            LocalDate from = entries.stream().filter(each -> each.cents < 0).map(Entry::day)
                    .max(Comparator.naturalOrder()).filter(issued::isBefore).orElse(issued);
            entries.add(new Entry(from.isAfter(credit.since) ? from : credit.since, amount, credit.id, credit.since));
        }

        /** When the last cash came that it was settled with and that was not taken back. */
        Optional<LocalDate> lastCash() {
            Map<String, Long> net = new HashMap<>();
            entries.stream().filter(each -> !each.transfer.isEmpty()).forEach(each -> net.merge(each.transfer, each.cents,
                    Long::sum));
            return entries.stream().filter(each -> each.cents > 0 && net.getOrDefault(each.transfer, 0L) > 0).map(Entry::day)
                    .max(Comparator.naturalOrder());
        }

        /** What was open of it on a day, where cash that was taken back never came. */
        long leftAt(LocalDate day) {
            Map<String, LocalDate> came = new HashMap<>();
            entries.forEach(each -> came.merge(each.transfer, each.day, (one, other) -> one.isBefore(other) ? one : other));
            return Math.max(0, cents - entries.stream().filter(each -> !(each.transfer.isEmpty() ? each.day
                    : came.get(each.transfer)).isAfter(day)).mapToLong(Entry::cents).sum());
        }

        /** Cash on it that was booked in these days and not taken back. */
        long cashBetween(LocalDate from, LocalDate until) {
            Map<String, Long> net = new HashMap<>();
            Map<String, LocalDate> booked = new HashMap<>();
            entries.stream().filter(each -> !each.transfer.isEmpty()).forEach(each -> {
                net.merge(each.transfer, each.cents, Long::sum);
                booked.putIfAbsent(each.transfer, each.booked);
            });
            return net.entrySet().stream().filter(each -> !booked.get(each.getKey()).isBefore(from)
                    && !booked.get(each.getKey()).isAfter(until)).mapToLong(Map.Entry::getValue).filter(sum -> sum > 0).sum();
        }
    }

    /** Money of a customer's that settles nothing yet. What waits for a person covers for five business days. */
    record Credit(String id, long cents, LocalDate since, boolean waits) {

        boolean isCash() {
            return id.startsWith("P-");
        }
    }

    record Promise(String id, Bill bill, long cents, LocalDate made, LocalDate until) {

        @Override
        public String toString() {
            return id + " " + bill.number + " " + cents + " " + made + ".." + until;
        }

        long left() {
            return Math.max(0, cents - bill.cashBetween(made, until));
        }

        /** What came for it in its days: on its bill, or for nothing yet. */
        private long paid() {
            long unused = bill.payer.credits.stream().filter(each -> each.isCash() && !each.since().isBefore(made)
                    && !each.since().isAfter(until)).mapToLong(Credit::cents).sum();
            return Math.min(cents, bill.cashBetween(made, until) + unused);
        }

        /** Takes from cash for nothing yet what its bill did not get. */
        private BiFunction<Credit, Long, Long> taking() {
            long[] missing = {left()};
            return (credit, cents) -> {
                boolean inTime = !credit.since().isBefore(made) && !credit.since().isAfter(until);
                long taken = inTime ? Math.min(missing[0], cents) : 0;
                missing[0] -= taken;
                return cents - taken;
            };
        }

        /** Whether nothing came, though there was something left to be paid. */
        boolean isBroken(LocalDate day) {
            return until.isBefore(day) && paid() == 0 && bill.leftAt(until) > 0;
        }

        /** Whether it was kept, at least in part. */
        boolean isAnswered(LocalDate day) {
            boolean enough = paid() * 100 >= cents * 95 || bill.leftAt(until.isBefore(day) ? until : day) == 0;
            return paid() > 0 && (until.isBefore(day) || enough);
        }
    }

    record Instalment(LocalDate missedAfter, long cents) {
    }

    /** Parts with the oldest first; it counts from when it was accepted. */
    record Plan(String id, LocalDate proposed, Map<Bill, Long> parts, List<Instalment> instalments) {

        /** What is not yet due by it; nothing once an instalment was missed or all is paid. */
        long later(LocalDate day) {
            long owed = parts.values().stream().mapToLong(part -> part).sum();
            long due = 0;
            for (Instalment each : instalments) {
                due += each.cents;
                if (each.missedAfter.isBefore(day) && owed - openAt(each.missedAfter) + ahead(each.missedAfter) < due) {
                    return 0;
                }
            }
            return instalments.stream().filter(each -> !each.missedAfter.isBefore(day)).mapToLong(Instalment::cents).sum();
        }

        /** What came in its days for nothing yet and keeps no promise. */
        private long ahead(LocalDate day) {
            Payer payer = parts.keySet().iterator().next().payer;
            return payer.besidePromises().entrySet().stream().filter(each -> !each.getKey().since().isBefore(proposed)
                    && !each.getKey().since().isAfter(day)).mapToLong(Map.Entry::getValue).sum();
        }

        private long openAt(LocalDate day) {
            return parts.entrySet().stream().mapToLong(each -> Math.min(each.getValue(), each.getKey().openAt(day))).sum();
        }
    }

    /** A mail that was written to the customer, as far as the world outside has seen what became of it. */
    static final class Said {
        final String key;
        final LocalDate day;
        final SimulatedOracle.Asked asked;
        final int leading;
        final long led;
        String state = "PENDING";
        boolean addressGone;

        Said(String key, LocalDate day, SimulatedOracle.Asked asked) {
            this.key = key;
            this.day = day;
            this.asked = asked;
            this.leading = asked.leading();
            this.led = asked.led();
        }

        @Override
        public String toString() {
            return day + " " + state + (addressGone ? " (address gone) " : " ") + asked;
        }

        boolean isOutdated(LocalDate today) {
            return businessDays(day, today) > 2;
        }

        boolean countsAsLevel() {
            return !state.equals("FAILED") && !state.equals("BOUNCED") && !state.equals("CANCELLED");
        }

        boolean countsAsMail() {
            return !state.equals("CANCELLED") && !(addressGone && (state.equals("FAILED") || state.equals("BOUNCED")));
        }
    }

    static final class Payer {
        final int index;
        final String number;
        final Habit habit;
        final Place place;
        /** So many business days, one with another. */
        final int daysBetweenBills;
        final List<Bill> bills = new ArrayList<>();
        final List<Credit> credits = new ArrayList<>();
        final List<Promise> promises = new ArrayList<>();
        final List<Plan> plans = new ArrayList<>();
        final List<Said> said = new ArrayList<>();
        final List<Block> blocks = new ArrayList<>();
        /** The last day on which a statement of account went to it. */
        LocalDate statementOn = LocalDate.MIN;
        /** Addresses of which a server has said that they take no mail. */
        final Set<String> dead = new HashSet<>();

        Payer(int index, int daysBetweenBills) {
            this.index = index;
            this.daysBetweenBills = daysBetweenBills;
            this.number = "C-%05d".formatted(index);
            this.habit = Habit.values()[index % Habit.values().length];
            this.place = Place.ALL.get(index / Habit.values().length % Place.ALL.size());
        }

        /** A transfer goes back whole: what it had settled is open again, and nothing of it is here any more. */
        void payBack(String transfer, LocalDate day) {
            credits.removeIf(each -> each.id().equals(transfer));
            for (Bill bill : bills) {
                long settled = bill.entries.stream().filter(each -> each.transfer().equals(transfer)).mapToLong(Entry::cents)
                        .sum();
                if (settled > 0) {
                    bill.settle(day, -settled, transfer);
                }
            }
        }

        /** Cash that settles nothing yet, without what keeps promises, the first to end first. */
        private Map<Credit, Long> besidePromises() {
            Map<Credit, Long> left = new LinkedHashMap<>();
            credits.stream().filter(Credit::isCash).forEach(each -> left.put(each, each.cents()));
            promises.stream().sorted(Comparator.comparing(Promise::until)).forEach(promise -> left.replaceAll(promise.taking()));
            return left;
        }

        /** By bill what nobody is reminded of: disputed first, then promised, in a plan, paused; never more than is open. */
        Map<Bill, Long> excluded(LocalDate day) {
            Map<Bill, Long> left = new HashMap<>();
            Map<Bill, Long> open = new HashMap<>();
            bills.forEach(bill -> {
                open.put(bill, bill.open());
                bill.disputes.values().forEach(cents -> take(left, bill, cents));
            });
            promises.stream().filter(each -> !day.isAfter(each.until())).forEach(each -> take(left, each.bill(), each.left()));
            for (Plan plan : plans) {
                long later = plan.later(day);
                List<Map.Entry<Bill, Long>> newestFirst = new ArrayList<>(plan.parts().entrySet());
                java.util.Collections.reverse(newestFirst);
                for (Map.Entry<Bill, Long> part : newestFirst) {
                    later -= take(left, part.getKey(), Math.min(later, part.getValue()));
                }
            }
            bills.forEach(bill -> bill.pauses.stream().filter(each -> !day.isBefore(each.from()) && !day.isAfter(each.until()))
                    .forEach(each -> take(left, bill, each.cents())));
            return left;
        }

        private static long take(Map<Bill, Long> left, Bill bill, long cents) {
            long taken = Math.max(0, Math.min(cents, bill.open() - left.getOrDefault(bill, 0L)));
            left.merge(bill, taken, Long::sum);
            return taken;
        }

        /** What of it is here and covers on a day. */
        long cover(LocalDate day) {
            return credits.stream().filter(each -> !each.waits() || businessDays(each.since(), day) <= 5)
                    .mapToLong(Credit::cents).sum();
        }

        int brokenInARow(LocalDate day) {
            int broken = 0;
            for (Promise each : promises.stream().sorted(Comparator.comparing(Promise::until)).toList()) {
                broken = each.isAnswered(day) ? 0 : each.isBroken(day) ? broken + 1 : broken;
            }
            return broken;
        }

        boolean isBlocked(LocalDate day) {
            return blocks.stream().anyMatch(block -> block.holdsOn(day));
        }

        @Override
        public String toString() {
            return number + " " + habit + " " + place + ", said " + said.stream().skip(Math.max(0, said.size() - 4)).toList()
                    + ", credits " + credits + ", promises " + promises.stream().map(Promise::toString).toList() + ", plans "
                    + plans.stream().map(Plan::id).toList() + ", no mail to " + dead;
        }

        boolean isOutOfReach() {
            return dead.size() > 1;
        }
    }

    final List<Payer> payers = new ArrayList<>();
    final Map<String, Bill> bills = new TreeMap<>();
    /** The last day of which the bank has told a booking, and the day of its last file without any. */
    LocalDate lastBooked = LocalDate.MIN;
    LocalDate lastEmpty = LocalDate.MIN;

    /** @param busyOneIn of so many blocks of all habits and places one gets a bill a month, the others one in six */
    SimulatedWorld(int size, int busyOneIn) {
        int block = Habit.values().length * Place.ALL.size();
        for (int i = 0; i < size; i++) {
            payers.add(new Payer(i, i / block % busyOneIn == 0 ? DAYS_OF_MONTH : 6 * DAYS_OF_MONTH));
        }
    }

    /**
     * Of which the bank told nothing for more than three business days. That it booked nothing is believed for 23 after the last
     * booking.
     */
    boolean isStale(LocalDate day) {
        boolean quiet = lastEmpty.isAfter(lastBooked) && (lastBooked.equals(LocalDate.MIN)
                || businessDays(lastBooked, lastEmpty) <= 23);
        LocalDate reach = quiet ? lastEmpty : lastBooked;
        return reach.equals(LocalDate.MIN) || businessDays(reach, day) > 3;
    }

    static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Counted up to two months: nothing here waits for longer. */
    static long businessDays(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(to.minusDays(60)) ? to.minusDays(60) : from;
        return first.isBefore(to) ? first.plusDays(1).datesUntil(to.plusDays(1)).filter(SimulatedWorld::isBusinessDay).count()
                : 0;
    }

    static LocalDate plus(LocalDate from, int businessDays) {
        LocalDate day = from;
        for (int left = businessDays; left > 0; left -= isBusinessDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }
}
