package org.saldo.dunning.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;

/** Adds up, debt by debt, what was collected of each age and currency; their order does not matter. */
public final class RecoveryTally {

    private final MeasurePolicy policy;
    private final LocalDate last;
    private final List<Integer> ages;
    private final Map<String, Map<Integer, Recovery>> byCurrency = new TreeMap<>();

    /** @param asOf the day up to whose end payments are known; only ages whose time to pay has passed by then count */
    public RecoveryTally(MeasurePolicy policy, AgingBuckets buckets, LocalDate asOf) {
        this.policy = policy;
        this.last = asOf.minusDays(policy.recoveryDays());
        this.ages = Stream.concat(Stream.of(0), buckets.upTo().stream()).toList();
    }

    /** The due date before which no debt counts. */
    public LocalDate firstDue() {
        return first().minusDays(ages.get(ages.size() - 1));
    }

    /** The due date after which no debt counts. */
    public LocalDate lastDue() {
        return last;
    }

    private LocalDate first() {
        return last.minusMonths(policy.months()).plusDays(1);
    }

    public void add(AgedDebt debt) {
        for (int age : ages) {
            LocalDate reached = debt.due().plusDays(age);
            if (!reached.isBefore(first()) && !reached.isAfter(last)) {
                Money open = debt.openOn(reached);
                Money collected = debt.cashBetween(reached, reached.plusDays(policy.recoveryDays())).min(open);
                if (open.isPositive()) {
                    byCurrency.computeIfAbsent(open.currency().getCurrencyCode(), any -> new TreeMap<>())
                            .merge(age, new Recovery(age, open, collected), (one, other) -> new Recovery(age,
                                    one.stillOpen().plus(other.stillOpen()), one.collected().plus(other.collected())));
                }
            }
        }
    }

    /** By currency and age. */
    public List<Recovery> all() {
        List<Recovery> all = new ArrayList<>();
        byCurrency.values().forEach(byAge -> all.addAll(byAge.values()));
        return all;
    }
}
