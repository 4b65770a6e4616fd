package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.delivery.worklist.RuleFigures;
import org.saldo.delivery.worklist.RuleUse;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Reason;
import org.saldo.reconciliation.Rule;

/** What a monitor sees of the decisions of rules. */
class DecisionMetersTest {

    @Test
    void everyRunAddsToTheCounters() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        DecisionMeters meters = new DecisionMeters();
        meters.count(report(9, "9.00"));
        meters.bindTo(registry);
        meters.count(report(2, "150.00"));
        meters.count(report(1, "0.50"));
        assertThat(registry.get("saldo.decisions").tags("outcome", "APPLIED", "rule", "quoted-exact").counter().count())
                .isEqualTo(3);
        assertThat(registry.get("saldo.decisions.amount").tags("outcome", "APPLIED", "currency", "EUR").counter().count())
                .isEqualTo(150.5);
        assertThat(registry.get("saldo.receipts.taken.back").gauge().value()).isZero();
    }

    @Test
    void afterARunARuleShowsItsPaymentsItsDocumentsAndWhatPeopleTookBack() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Money amount = Money.of("EUR", "9.00");
        DecisionMeters meters = new DecisionMeters(() -> List.of(new RuleFigures(4, amount, 3, amount, 1, 0, 1,
                List.of(new RuleUse("quoted-exact", 3, 5, amount, 1)))));
        meters.bindTo(registry);
        meters.count(report(3, "9.00"));
        assertThat(List.of("payments", "documents", "taken.back")).extracting(what -> registry.get("saldo.rule." + what)
                .tags("rule", "quoted-exact", "currency", "EUR").gauge().value()).containsExactly(3.0, 5.0, 1.0);
        assertThat(registry.get("saldo.receipts.taken.back").gauge().value()).as("of all rules").isEqualTo(1.0);
    }

    private static ReconciliationReport report(long receipts, String amount) {
        return new ReconciliationReport(false, receipts, List.of(new ReconciliationReport.Line(Outcome.APPLIED,
                Rule.QUOTED_EXACT, Reason.DOCUMENTS_QUOTED, receipts, Money.of("EUR", amount))), 0,
                Optional.empty(), Optional.empty());
    }
}
