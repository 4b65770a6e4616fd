package org.saldo.job.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Reason;
import org.saldo.reconciliation.Rule;

/**
 * What a run of cash application did.
 *
 * @param held      another process was at it; nothing was done
 * @param written   of the receipts that were looked at: those that were decided now otherwise than before
 * @param lines     of those, how many and how much by outcome, rule and reason
 * @param waiting   receipts that wait for more, or for a person
 * @param severalDocuments a receipt of this run that settled several documents
 * @param severalAnswers   a receipt of this run that more than one answer fits
 */
public record ReconciliationReport(boolean held, long written, List<Line> lines, long waiting,
                                   Optional<String> severalDocuments, Optional<String> severalAnswers) {

    /** Receipts of one outcome, rule, reason and currency. */
    public record Line(Outcome outcome, Rule rule, Reason reason, long receipts, Money amount) {
    }

    static final ReconciliationReport HELD = new ReconciliationReport(true, 0, List.of(), 0, Optional.empty(), Optional.empty());

    public ReconciliationReport {
        lines = List.copyOf(lines);
    }

    /** How many receipts were newly decided with this outcome. */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).mapToLong(Line::receipts).sum();
    }
}
