package org.saldo.job.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Reason;
import org.saldo.reconciliation.Rule;
import org.saldo.store.reconciliation.DecidedReceipt;

/** Counts what a run decided. */
final class ReconciliationTally {

    private record Kind(Outcome outcome, Rule rule, Reason reason, String currency) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int byOutcome = outcome.compareTo(other.outcome);
            int byRule = byOutcome != 0 ? byOutcome : rule.compareTo(other.rule);
            int byReason = byRule != 0 ? byRule : reason.compareTo(other.reason);
            return byReason != 0 ? byReason : currency.compareTo(other.currency);
        }
    }

    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<Kind, Money> amounts = new TreeMap<>();
    private long written;
    private long waiting;
    private Optional<String> severalDocuments = Optional.empty();
    private Optional<String> severalAnswers = Optional.empty();

    void add(DecidedReceipt receipt) {
        if (receipt.outcome() != Outcome.APPLIED) {
            waiting++;
        }
        if (receipt.reason() == Reason.SEVERAL_ANSWERS_FIT && severalAnswers.isEmpty()) {
            severalAnswers = Optional.of(receipt.paymentId());
        }
        if (!receipt.written()) {
            return;
        }
        written++;
        Kind kind = new Kind(receipt.outcome(), receipt.rule(), receipt.reason(),
                receipt.amount().currency().getCurrencyCode());
        counts.merge(kind, 1L, Long::sum);
        amounts.merge(kind, receipt.amount(), Money::plus);
        if (receipt.rule() == Rule.QUOTED_EXACT && receipt.parts() > 1 && severalDocuments.isEmpty()) {
            severalDocuments = Optional.of(receipt.paymentId());
        }
    }

    ReconciliationReport report() {
        List<ReconciliationReport.Line> lines = counts.entrySet().stream().map(entry -> new ReconciliationReport.Line(
                entry.getKey().outcome(), entry.getKey().rule(), entry.getKey().reason(), entry.getValue(),
                amounts.get(entry.getKey()))).toList();
        return new ReconciliationReport(false, written, lines, waiting, severalDocuments, severalAnswers);
    }
}
