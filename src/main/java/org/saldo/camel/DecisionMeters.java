package org.saldo.camel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.saldo.delivery.worklist.RuleFigures;
import org.saldo.delivery.worklist.RuleUse;
import org.saldo.job.reconciliation.ReconciliationReport;

/**
 * What the rules decide, as counters of this process: {@code saldo.decisions} by outcome and rule, and
 * {@code saldo.decisions.amount} (of the receipts, without their signs) by outcome and currency. Of what rules decided in the
 * last 90 days, looked at after a run and once an hour at most: {@code saldo.rule.payments}, {@code saldo.rule.documents} and
 * {@code saldo.rule.taken.back} by rule and currency, and {@code saldo.receipts.taken.back}, all of those of which people took
 * something back.
 */
final class DecisionMeters {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Supplier<List<RuleFigures>> figures;
    private volatile Optional<MeterRegistry> meters = Optional.empty();
    private volatile List<MultiGauge> byRule = List.of();
    private volatile long takenBack;
    private long lookedAt;

    /** Without what rules did in the ledger. */
    DecisionMeters() {
        this(List::of);
    }

    /** @param figures of the last 90 days */
    DecisionMeters(Supplier<List<RuleFigures>> figures) {
        this.figures = figures;
    }

    /** Counts from now on. */
    void bindTo(MeterRegistry registry) {
        Gauge.builder("saldo.receipts.taken.back", () -> takenBack).register(registry);
        byRule = Stream.of("payments", "documents", "taken.back")
                .map(what -> MultiGauge.builder("saldo.rule." + what).register(registry)).toList();
        meters = Optional.of(registry);
    }

    void count(ReconciliationReport report) {
        meters.ifPresent(registry -> report.lines().forEach(line -> {
            String outcome = line.outcome().name();
            registry.counter("saldo.decisions", "outcome", outcome, "rule", line.rule().label())
                    .increment(line.receipts());
            registry.counter("saldo.decisions.amount", "outcome", outcome, "currency",
                    line.amount().currency().getCurrencyCode()).increment(line.amount().abs().toDecimal().doubleValue());
        }));
        lookAtRules();
    }

    private synchronized void lookAtRules() {
        long now = System.nanoTime();
        if (byRule.isEmpty() || lookedAt != 0 && now - lookedAt < PATIENCE.toNanos()) {
            return;
        }
        lookedAt = now;
        List<RuleFigures> latest = figures.get();
        takenBack = latest.stream().mapToLong(RuleFigures::takenBack).sum();
        List<RuleUse> uses = latest.stream().flatMap(each -> each.byRule().stream()).toList();
        List<ToLongFunction<RuleUse>> values = List.of(RuleUse::payments, RuleUse::lines, RuleUse::takenBack);
        for (int i = 0; i < values.size(); i++) {
            ToLongFunction<RuleUse> value = values.get(i);
            byRule.get(i).register(uses.stream().<MultiGauge.Row<?>>map(use -> MultiGauge.Row.of(Tags.of("rule", use.rule(),
                    "currency", use.amount().currency().getCurrencyCode()), value.applyAsLong(use))).toList(), true);
        }
    }
}
