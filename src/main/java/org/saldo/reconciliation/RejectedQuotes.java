package org.saldo.reconciliation;

import java.util.List;
import java.util.Map;
import org.saldo.ledger.Words;

/** Which quoted documents were not taken for what is paid, and why: for whoever asks how a payment was applied. */
final class RejectedQuotes {

    private RejectedQuotes() {
    }

    /** The evidence with what the text quotes beside {@code meant}; the same where it quotes nothing else. */
    static Words told(Words evidence, Map<String, Quoted> byCustomer, Quoted meant) {
        if (byCustomer.size() == 1) {
            return evidence;
        }
        List<Words> others = byCustomer.entrySet().stream().filter(each -> !each.getKey().equals(meant.customer()))
                .map(each -> Words.of(EvidenceWord.OF_ANOTHER_CUSTOMER, each.getValue(), each.getKey())).toList();
        return others.isEmpty() ? evidence : evidence.and(EvidenceWord.REJECTED, others);
    }
}
