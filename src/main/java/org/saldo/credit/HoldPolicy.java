package org.saldo.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * When the ERP is asked to hold a customer's deliveries, and when to release them.
 *
 * @param on           whether rules propose at all
 * @param overdueDays  more days than this overdue, and more than the least amount, is a reason
 * @param leastAmounts by currency; one that is not listed is no reason
 * @param overLimit    percent over the credit limit that is a reason; none when empty
 * @param ladderStep   whether a step of a ladder is one that proposes a hold (dunning.yaml)
 * @param broken       so many promises broken in a row are a reason; none when 0
 * @param brokenPlan   whether a broken plan is
 * @param signals      the signals of risk that are; such a hold is released by a person only
 * @param signalDays   for so many days a signal counts
 * @param againAfter   days before a hold that was refused is proposed again
 * @param clearDays    by instrument, for how many days after its booking a payment may come back
 */
public record HoldPolicy(String version, boolean on, int overdueDays, Map<Currency, Money> leastAmounts,
        Optional<Integer> overLimit, boolean ladderStep, int broken, boolean brokenPlan, Set<String> signals, int signalDays,
        int againAfter, Map<String, Integer> clearDays) {

    /** Nothing is proposed. */
    public static final HoldPolicy OFF = new HoldPolicy("0", false, 30, Map.of(), Optional.empty(), false, 0, false, Set.of(),
            0, 1, Map.of());

    public HoldPolicy {
        leastAmounts = Map.copyOf(leastAmounts);
        signals = Set.copyOf(signals);
        clearDays = Map.copyOf(clearDays);
        if (overdueDays < 0 || broken < 0 || signalDays < 0 || againAfter < 1 || overLimit.filter(p -> p < 0).isPresent()
                || clearDays.values().stream().anyMatch(days -> days < 0)) {
            throw new IllegalArgumentException("days, counts and percents must not be negative");
        }
    }

    /** Why deliveries should be held, each reason a sentence; empty when there is none. */
    public List<Words> reasons(HoldFacts facts) {
        List<Words> reasons = new ArrayList<>();
        leastAmounts.values().stream().sorted((one, other) -> one.currency().getCurrencyCode()
                .compareTo(other.currency().getCurrencyCode())).forEach(least -> {
            Money overdue = sum(facts.owed(), least.currency(), overdueDays).minus(sum(facts.covers(), least.currency()));
            if (overdue.compareTo(least) > 0) {
                reasons.add(Words.of(HoldWord.OVERDUE, overdue, overdueDays));
            }
        });
        overLimit.flatMap(percent -> aboveLimit(facts, percent)).ifPresent(reasons::add);
        facts.ladderStep().filter(any -> ladderStep).ifPresent(step -> reasons.add(Words.of(HoldWord.LADDER, step)));
        if (broken > 0 && facts.brokenInARow() >= broken) {
            reasons.add(Words.of(HoldWord.BROKEN_PROMISES, facts.brokenInARow()));
        }
        if (brokenPlan && facts.brokenPlan()) {
            reasons.add(Words.of(HoldWord.BROKEN_PLAN));
        }
        new TreeSet<>(facts.signals()).stream().filter(signals::contains).forEach(kind -> reasons.add(Words.of(HoldWord.SIGNAL,
                kind)));
        return reasons;
    }

    private Optional<Words> aboveLimit(HoldFacts facts, int percent) {
        return facts.limit().flatMap(limit -> {
            Money exposure = sum(facts.owed(), limit.currency(), -1).minus(sum(facts.covers(), limit.currency()));
            Money most = limit.percent(BigDecimal.valueOf(100L + percent), RoundingMode.DOWN);
            return exposure.compareTo(most) <= 0 ? Optional.empty()
                    : Optional.of(Words.of(HoldWord.OVER_LIMIT, exposure, limit));
        });
    }

    /**
     * Why a hold stays, each reason a sentence; empty when it may be released. Only cleared funds release: what is promised or in
     * a plan is still unpaid, and so is what was paid by a payment that may come back.
     */
    public List<Words> whyNoRelease(HoldFacts facts) {
        List<Words> reasons = new ArrayList<>();
        new TreeSet<>(facts.signals()).stream().filter(signals::contains).forEach(kind -> reasons.add(Words.of(HoldWord.SIGNAL,
                kind)));
        Map<String, Money> overdue = new TreeMap<>();
        facts.unpaid().stream().filter(owed -> owed.daysOverdue() > 0).forEach(owed -> overdue.merge(
                owed.amount().currency().getCurrencyCode(), owed.amount(), Money::plus));
        overdue.values().forEach(amount -> reasons.add(Words.of(HoldWord.STILL_OVERDUE, amount)));
        Map<String, Money> uncleared = new TreeMap<>();
        facts.uncleared().forEach(amount -> uncleared.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        uncleared.values().stream().filter(Money::isPositive)
                .forEach(amount -> reasons.add(Words.of(HoldWord.MAY_COME_BACK, amount)));
        if (overLimit.isPresent()) {
            facts.limit().ifPresent(limit -> {
                Money exposure = sum(facts.unpaid(), limit.currency(), -1);
                if (exposure.compareTo(limit) > 0) {
                    reasons.add(Words.of(HoldWord.OVER_LIMIT, exposure, limit));
                }
            });
        }
        return reasons;
    }

    private static Money sum(List<HoldFacts.Owed> owed, Currency currency, long days) {
        return sum(owed.stream().filter(each -> each.daysOverdue() > days).map(HoldFacts.Owed::amount).toList(), currency);
    }

    private static Money sum(List<Money> amounts, Currency currency) {
        return amounts.stream().filter(amount -> amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
