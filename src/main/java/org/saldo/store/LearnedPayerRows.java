package org.saldo.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.reconciliation.Confirmation;

/** The rows of what was learned of payers: one for each receipt that confirmed something, one more when it is taken back. */
final class LearnedPayerRows {

    private static final int READ_AT_ONCE = 5000;

    /** A confirmation that was not taken back. */
    record Active(long rowId, long receiptId, Confirmation confirmation) {
    }

    private LearnedPayerRows() {
    }

    static void add(Batch batch, String company, Confirmation confirmed, long receipt, String reason) {
        add(batch, company, confirmed, receipt, 1, reason);
    }

    /** Takes a confirmation back. */
    static void remove(Batch batch, String company, Active row, String reason) {
        add(batch, company, row.confirmation(), row.receiptId(), -1, reason);
    }

    private static void add(Batch batch, String company, Confirmation confirmed, long receipt, int sign, String reason) {
        batch.add(Table.LEARNED_PAYER, company, confirmed.kind().name(), confirmed.key(), confirmed.customer(), receipt, sign,
                reason, batch.actor());
    }

    /** All of a company that count, in the order in which they were made. */
    static Collection<Active> active(Handle handle, String company) {
        Map<List<Object>, Active> found = new LinkedHashMap<>();
        InList.pages(handle.getConnection(), """
                SELECT l.row_id, l.company, l.kind, l.payer_key, l.customer_id, l.receipt_id, l.sign, r.payment_id
                FROM learned_payer l
                JOIN batch b ON b.batch_id = l.batch_id
                JOIN receipt r ON r.receipt_id = l.receipt_id
                WHERE b.known_at IS NOT NULL AND l.row_id > ? ORDER BY l.row_id LIMIT ?""", READ_AT_ONCE, row -> {
                if (row.getString(2).equals(company)) {
                    Confirmation confirmed = new Confirmation(Confirmation.Kind.valueOf(row.getString(3)), row.getString(4),
                            row.getString(5), row.getString(8));
                    List<Object> key = List.of(confirmed.kind(), confirmed.key(), confirmed.customer(), row.getLong(6));
                    if (row.getInt(7) > 0) {
                        found.putIfAbsent(key, new Active(row.getLong(1), row.getLong(6), confirmed));
                    } else {
                        found.remove(key);
                    }
                }
            });
        return found.values();
    }
}
