package org.saldo.dunning;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * When customers are reminded, and how firmly: ladders, of which the first that fits a customer holds, and what is common
 * to them. A currency without a minimum has none.
 *
 * @param ladders      the last one is for everybody
 * @param bankDataAge  so many business days the bank data may be old
 * @param waitingCover for so many business days after its booking a receipt that waits for a decision covers
 * @param cap          at most so many mails a run
 * @param habits       how far usual days of payment put off a first reminder; not at all when empty
 * @param standstill   how long direct debits and payables keep items from being asked for
 * @param news         how old what else the company has told may be
 */
public record DunningPolicy(String version, List<Ladder> ladders, Map<Currency, Money> minimums, int bankDataAge,
        int waitingCover, int cap, List<QuietPeriod> quietPeriods, SendTimes times, Optional<HabitPolicy> habits,
        Incentives incentives, Standstill.Terms standstill, NewsTerms news) {

    /** On invoice data of any age. */
    public DunningPolicy(String version, List<Ladder> ladders, Map<Currency, Money> minimums, int bankDataAge,
            int waitingCover, int cap, List<QuietPeriod> quietPeriods, SendTimes times, Optional<HabitPolicy> habits,
            Incentives incentives, Standstill.Terms standstill) {
        this(version, ladders, minimums, bankDataAge, waitingCover, cap, quietPeriods, times, habits, incentives, standstill,
                NewsTerms.USUAL);
    }

    /** As long as usual for direct debits and payables. */
    public DunningPolicy(String version, List<Ladder> ladders, Map<Currency, Money> minimums, int bankDataAge,
            int waitingCover, int cap, List<QuietPeriod> quietPeriods, SendTimes times, Optional<HabitPolicy> habits,
            Incentives incentives) {
        this(version, ladders, minimums, bankDataAge, waitingCover, cap, quietPeriods, times, habits, incentives,
                Standstill.Terms.USUAL);
    }

    /** Notices tell of nothing but what falls due. */
    public DunningPolicy(String version, List<Ladder> ladders, Map<Currency, Money> minimums, int bankDataAge,
            int waitingCover, int cap, List<QuietPeriod> quietPeriods, SendTimes times, Optional<HabitPolicy> habits) {
        this(version, ladders, minimums, bankDataAge, waitingCover, cap, quietPeriods, times, habits, Incentives.NONE);
    }

    /** At any hour, and whatever customers usually do. */
    public DunningPolicy(String version, List<Ladder> ladders, Map<Currency, Money> minimums, int bankDataAge,
            int waitingCover, int cap, List<QuietPeriod> quietPeriods) {
        this(version, ladders, minimums, bankDataAge, waitingCover, cap, quietPeriods, SendTimes.ANY, Optional.empty(),
                Incentives.NONE);
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

    /** The level from which on an item may lead to a step inside the house; none does where no ladder has such a step. */
    public int houseStepsFrom() {
        return ladders.stream().flatMap(ladder -> ladder.internal().stream()).mapToInt(Step::level).min()
                .orElse(Integer.MAX_VALUE);
    }

    /** What is read of how customers have paid before; empty when it does not matter. */
    public Optional<PaymentsLook> paymentsLook() {
        return habits.isPresent() || incentives.points() > 0 ? Optional.of(PaymentsLook.of(this)) : Optional.empty();
    }

    /** @throws IllegalArgumentException when no ladder is for everybody, or a number makes no sense */
    public DunningPolicy {
        ladders = List.copyOf(ladders);
        minimums = Map.copyOf(minimums);
        quietPeriods = List.copyOf(quietPeriods);
        requireLadders(ladders);
        if (bankDataAge < 0 || waitingCover < 0 || cap < 1) {
            throw new IllegalArgumentException("days must not be negative, and a run must be allowed a mail");
        }
    }

    private static void requireLadders(List<Ladder> ladders) {
        if (ladders.isEmpty() || !ladders.get(ladders.size() - 1).fit().isForAll()) {
            throw new IllegalArgumentException("the last ladder must be for everybody: without segments and countries");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ladders.size(); i++) {
            Ladder.Fit fit = ladders.get(i).fit();
            if (!names.add(ladders.get(i).name())) {
                throw new IllegalArgumentException("ladder " + ladders.get(i).name() + " stands here twice; keep one");
            }
            if (i + 1 < ladders.size() && fit.isForAll()
                    && (fit.naturalPersons() || !ladders.get(i + 1).fit().naturalPersons())) {
                throw new IllegalArgumentException("ladder " + ladders.get(i).name() + " is for everybody: those after it "
                        + "are never used; move it to the end");
            }
        }
    }

    /**
     * The one that the customer's master data names, else the first that fits, else the last. Who names one that is not here
     * is not reminded at all.
     */
    public Ladder ladderFor(Customer customer) {
        return ladders.stream().filter(ladder -> ladder.name().equals(customer.dunningPolicy())).findFirst()
                .or(() -> ladders.stream().filter(ladder -> ladder.fit().holds(customer)).findFirst())
                .orElseGet(() -> ladders.get(ladders.size() - 1));
    }

    /** The names of the words that the ladders need. */
    public Set<String> templates() {
        return ladders.stream().flatMap(ladder -> ladder.steps().stream()).filter(step -> !step.kind().isInternal())
                .map(step -> step.manner().template()).collect(Collectors.toCollection(TreeSet::new));
    }

    Money minimumIn(Currency currency) {
        return minimums.getOrDefault(currency, Money.zero(currency));
    }

    boolean isQuiet(LocalDate day) {
        return quietPeriods.stream().anyMatch(period -> period.contains(day));
    }
}
