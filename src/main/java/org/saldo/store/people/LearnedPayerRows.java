package org.saldo.store.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.saldo.reconciliation.Confirmation;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.InList;
import org.saldo.store.Table;

/** The rows of what was learned of payers: one for each receipt that confirmed something, one more when it is taken back. */
public final class LearnedPayerRows {

    /** With the row's id first, as {@link #read(ResultSet)} reads it. */
    public static final String SELECT = """
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
    public record Active(String company, long receiptId, Confirmation confirmation, String payer, String decidedBy,
            Instant knownAt) {
    }

    /** A confirmation, or that it is taken back. */
    public record Row(Active what, boolean takenBack) {
    }

    /** A row, in the order of the rows. */
    public void take(Row row) {
        Confirmation confirmed = row.what.confirmation;
        List<Object> key = List.of(row.what.company, confirmed.kind(), confirmed.key(), confirmed.customer(), row.what.receiptId);
        if (row.takenBack) {
            active.remove(key);
        } else {
            active.putIfAbsent(key, row.what);
        }
    }

    public static Row read(ResultSet row) throws SQLException {
        Confirmation confirmed = new Confirmation(Confirmation.Kind.valueOf(row.getString(3)), row.getString(4),
                row.getString(5), row.getString(9));
        String payer = switch (confirmed.kind()) {
            case ACCOUNT -> row.getString(11);
            case NAME -> row.getString(10);
            case CUSTOMER -> confirmed.key();
        };
        return new Row(new Active(row.getString(2), row.getLong(6), confirmed, payer, row.getString(8),
                Columns.instant(row, "known_at")), row.getInt(7) < 0);
    }

    /** What counts of the rows that were taken, in their order. */
    public List<Active> active() {
        return List.copyOf(active.values());
    }

    /** What counts now; {@code company} is empty for all. */
    public static List<Active> active(Handle handle, String company) {
        LearnedPayerRows rows = new LearnedPayerRows();
        read(handle.getConnection(), company, rows::take);
        return rows.active();
    }

    /** Every published row, in the order of the rows; {@code company} is empty for all. */
    public static void read(Connection connection, String company, Consumer<Row> each) {
        InList.pages(connection, ALL, READ_AT_ONCE, row -> {
            if (company.isEmpty() || row.getString(2).equals(company)) {
                each.accept(read(row));
            }
        });
    }

    /** What counts now of one key. */
    public static List<Active> ofKey(Handle handle, String company, String key) {
        return some(handle, "WHERE b.known_at IS NOT NULL AND l.payer_key = :value", key).stream()
                .filter(row -> row.company().equals(company)).toList();
    }

    /** What counts now that a receipt has confirmed. */
    public static List<Active> ofReceipt(Handle handle, long receipt) {
        return some(handle, "WHERE b.known_at IS NOT NULL AND l.receipt_id = :value", receipt);
    }

    private static List<Active> some(Handle handle, String where, Object value) {
        LearnedPayerRows rows = new LearnedPayerRows();
        handle.createQuery(SELECT + where + " ORDER BY l.row_id").bind("value", value).map((row, context) -> {
            rows.take(read(row));
            return true;
        }).list();
        return rows.active();
    }

    public static void add(Batch batch, String company, Confirmation confirmed, long receipt, Why why) {
        add(batch, company, confirmed, receipt, 1, why);
    }

    public static void takeBack(Batch batch, Active row, Why why) {
        add(batch, row.company(), row.confirmation(), row.receiptId(), -1, why);
    }

    /** Who says it, and why. */
    public record Why(String decidedBy, String reason) {
    }

    private static void add(Batch batch, String company, Confirmation confirmed, long receipt, int sign, Why why) {
        batch.add(Table.LEARNED_PAYER, company, confirmed.kind().name(), confirmed.key(), confirmed.customer(), receipt, sign,
                why.reason(), why.decidedBy());
    }
}
