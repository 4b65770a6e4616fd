package org.saldo.store;

import java.util.Optional;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.PayerDirectory;

/** What holds for all pages of a run: the company, its policy, its customers and, for a long run, its documents' keys. */
record MatchingContext(Company company, MatchingPolicy policy, PayerDirectory directory, Optional<KeyFilter> documentKeys,
                       boolean hasAdvices) {

    boolean mayBeADocument(String key) {
        return documentKeys.isEmpty() || documentKeys.get().mayHave(key);
    }
}
