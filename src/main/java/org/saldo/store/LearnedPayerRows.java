package org.saldo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.reconciliation.Confirmation;

/** The rows of what was learned of payers: one for each receipt that confirmed something, one more when it is taken back. */
final class LearnedPayerRows {

    /** With the row's id first, as {@link #take} reads it. */
    static final String SELECT = """
            SELECT l.row_id, l.company, l.kind, l.payer_key, l.customer_id, l.receipt_id, l.sign, l.decided_by, r.payment_id,
                   r.payer_name, r.payer_iban, b.known_at
            FROM learned_payer l
            JOIN batch b ON b.batch_id = l.batch_id
            JOIN receipt r ON r.receipt_id = l.receipt_id
            """;
    private static final String ALL = SELECT + "WHERE b.known_at IS NOT NULL AND l.row_id > ? ORDER BY l.row_id LIMIT ?";
    private static final int READ_AT_ONCE = 5000;

    private final Map<List<Object>, Active> active = new LinkedHashMap<>();

    /**
     * A confirmation that was not taken back.
     *
     * @param payer as the bank wrote the account or the name; of a customer who pays for others its number
     */
    record Active(String company, long receiptId, Confirmation confirmation, String payer, String decidedBy, Instant knownAt) {
    }

    /** A row, in the order of the rows. */
    void take(ResultSet row) throws SQLException {
        Confirmation confirmed = new Confirmation(Confirmation.Kind.valueOf(row.getString(3)), row.getString(4),
                row.getString(5), row.getString(9));
        List<Object> key = List.of(row.getString(2), confirmed.kind(), confirmed.key(), confirmed.customer(), row.getLong(6));
        if (row.getInt(7) < 0) {
            active.remove(key);
            return;
        }
        String payer = switch (confirmed.kind()) {
            case ACCOUNT -> row.getString(11);
            case NAME -> row.getString(10);
            case CUSTOMER -> confirmed.key();
        };
        active.putIfAbsent(key, new Active(row.getString(2), row.getLong(6), confirmed, payer, row.getString(8),
                ExportStore.instant(row, "known_at")));
    }

    /** What counts of the rows that were taken, in their order. */
    List<Active> active() {
        return List.copyOf(active.values());
    }

    /** What counts now; {@code company} is empty for all. */
    static List<Active> active(Handle handle, String company) {
        LearnedPayerRows rows = new LearnedPayerRows();
        InList.pages(handle.getConnection(), ALL, READ_AT_ONCE, row -> {
            if (company.isEmpty() || row.getString(2).equals(company)) {
                rows.take(row);
            }
        });
        return rows.active();
    }

    /** What counts now of one key. */
    static List<Active> ofKey(Handle handle, String company, String key) {
        return some(handle, "WHERE b.known_at IS NOT NULL AND l.payer_key = :value", key).stream()
                .filter(row -> row.company().equals(company)).toList();
    }

    /** What counts now that a receipt has confirmed. */
    static List<Active> ofReceipt(Handle handle, long receipt) {
        return some(handle, "WHERE b.known_at IS NOT NULL AND l.receipt_id = :value", receipt);
    }

    private static List<Active> some(Handle handle, String where, Object value) {
        LearnedPayerRows rows = new LearnedPayerRows();
        handle.createQuery(SELECT + where + " ORDER BY l.row_id").bind("value", value).map((row, context) -> {
            rows.take(row);
            return true;
        }).list();
        return rows.active();
    }

    static void add(Batch batch, String company, Confirmation confirmed, long receipt, Why why) {
        add(batch, company, confirmed, receipt, 1, why);
    }

    static void takeBack(Batch batch, Active row, Why why) {
        add(batch, row.company(), row.confirmation(), row.receiptId(), -1, why);
    }

    /** Who says it, and why. */
    record Why(String decidedBy, String reason) {
    }

    private static void add(Batch batch, String company, Confirmation confirmed, long receipt, int sign, Why why) {
        batch.add(Table.LEARNED_PAYER, company, confirmed.kind().name(), confirmed.key(), confirmed.customer(), receipt, sign,
                why.reason(), why.decidedBy());
    }
}
