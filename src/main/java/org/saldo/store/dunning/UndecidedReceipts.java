package org.saldo.store.dunning;

import java.time.LocalDate;
import org.saldo.store.Ledger;

/** Receipts that are here and that cash application has not looked at. */
public final class UndecidedReceipts {

    private UndecidedReceipts() {
    }

    /** How many of the company's there are; a bill waits until its maturity, and money that came back asks for nothing. */
    public static long count(Ledger ledger, String company, LocalDate day) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM open_receipt o JOIN batch b ON b.batch_id = o.batch_id
                            JOIN receipt r ON r.receipt_id = o.receipt_id
                        WHERE b.known_at IS NOT NULL AND o.company = :company AND o.decision_id IS NULL AND o.unapplied > 0
                            AND (r.instrument <> 'BILL' OR r.maturity_date IS NULL OR r.maturity_date <= :today)""")
                .bind("company", company).bind("today", day).mapTo(Long.class).one());
    }
}
