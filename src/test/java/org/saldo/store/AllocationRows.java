package org.saldo.store;

import java.math.BigDecimal;
import java.util.List;

/** Reads the published allocations of a ledger for a test: what each receipt has paid, in the order of writing. */
public final class AllocationRows {

    /** An allocation that names an item; a reversal is negative. */
    public record Row(String paymentId, String documentNumber, BigDecimal amount, String kind, String rule, String payer,
                      String effectiveOn) {
    }

    private AllocationRows() {
    }

    public static List<Row> of(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT r.payment_id, d.document_number, a.amount, a.kind, a.rule, a.payer_customer_id, a.effective_on
                        FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
                        JOIN receipt r ON r.receipt_id = a.receipt_id JOIN document d ON d.item_id = a.item_id
                        WHERE b.known_at IS NOT NULL ORDER BY a.allocation_id""")
                .map((row, context) -> new Row(row.getString(1), row.getString(2),
                        row.getBigDecimal(3).setScale(2), row.getString(4), row.getString(5),
                        row.getString(6) == null ? "" : row.getString(6), row.getString(7))).list());
    }
}
