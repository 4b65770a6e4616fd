package org.saldo.camel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.store.export.StatusStore;

/**
 * What the rules decide, as counters of this process: {@code saldo.decisions} by outcome and rule, and
 * {@code saldo.decisions.amount} (of the receipts, without their signs) by outcome and currency. Of the whole ledger:
 * {@code saldo.receipts.taken.back}, those of which people took back what a rule had applied.
 */
final class DecisionMeters {

    private volatile Optional<MeterRegistry> meters = Optional.empty();

    /** Counts from now on. */
    void bindTo(MeterRegistry registry, StatusStore store) {
        Gauge.builder("saldo.receipts.taken.back", store::takenBack).register(registry);
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
    }
}
