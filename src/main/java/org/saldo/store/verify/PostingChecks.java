package org.saldo.store.verify;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.saldo.ledger.Posting;
import org.saldo.store.StoredRow;

/** Derives the postings of every event, holds debit against credit, and adds them to the balances. */
final class PostingChecks {

    private final Findings findings;
    private final Balances balances;

    PostingChecks(Findings findings, Balances balances) {
        this.findings = findings;
        this.balances = balances;
    }

    void check(StoredRow event, Supplier<List<Posting>> derivation) {
        List<Posting> postings;
        try {
            postings = derivation.get();
        } catch (ArithmeticException | IllegalArgumentException | ArrayIndexOutOfBoundsException cannot) {
            findings.check(Promise.I9, false, event, "cannot be posted: %s", cannot.getMessage());
            return;
        }
        Map<Currency, BigDecimal> sums = new HashMap<>();
        for (Posting posting : postings) {
            sums.merge(posting.balance().currency(), posting.balance().toDecimal(), BigDecimal::add);
            balances.posting(posting);
        }
        findings.check(Promise.I9, sums.values().stream().allMatch(sum -> sum.signum() == 0), event,
                "debit and credit are apart by %s", sums);
    }
}
