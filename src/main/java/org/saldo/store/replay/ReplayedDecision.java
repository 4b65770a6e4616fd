package org.saldo.store.replay;

import java.util.List;
import java.util.stream.Collectors;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Verdict;
import org.saldo.store.reconciliation.ReconciliationWriter;

/**
 * What a rule decided about a receipt, as far as two decisions are compared: not in which words.
 *
 * @param rule      the label of the rule; none for what waits
 * @param customer  whose the receipt is; empty when nobody knows
 * @param documents what was settled ({@code CN-7 with INV-1 20.00 CREDIT_NOTE} where a credit note was netted), or for a
 *                  proposal the answers that may be right. Of a return it is empty: what it reopens follows from what its
 *                  payment had settled
 */
public record ReplayedDecision(String outcome, String reason, String rule, String customer, String documents) {

    /** Of a receipt that no rule looked at. */
    static final ReplayedDecision NONE = new ReplayedDecision("", "", "", "", "");

    static ReplayedDecision of(Verdict verdict, boolean isReturn) {
        return new ReplayedDecision(verdict.outcome().name(), verdict.reason().name(), verdict.rule().label(),
                verdict.customer().orElse(""), isReturn ? "" : verdict.outcome() == Outcome.APPLIED
                ? documents(verdict.parts().stream().map(ReplayedDecision::part).toList())
                : ReconciliationWriter.alternatives(verdict));
    }

    ReplayedDecision withDocuments(List<String> parts) {
        return new ReplayedDecision(outcome, reason, rule, customer, documents(parts));
    }

    /** The documents, with what is said of a proposal in English. */
    public String told() {
        return EvidenceWord.ENGLISH.told(documents);
    }

    private static String part(Verdict.Part part) {
        return part.counter().map(note -> note.label() + " with ").orElse("")
                + new Alternative.Part(part.item().label(), part.amount(), part.kind(), part.cash());
    }

    /** What was settled, in an order of its own. */
    static String documents(List<String> parts) {
        return parts.stream().sorted().collect(Collectors.joining(" + "));
    }
}
