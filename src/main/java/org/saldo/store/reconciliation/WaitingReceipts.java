package org.saldo.store.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saldo.reconciliation.Outcome;
import org.saldo.store.InList;
import org.saldo.store.Once;

/** Reads which receipts wait for a decision by rule. */
final class WaitingReceipts {

    private static final int READ_AT_ONCE = 5000;
    private static final String SQL = """
            SELECT o.receipt_id, r.booking_date, r.value_date, r.account, r.payment_id, r.return_of, o.company,
                   r.maturity_date, r.instrument, d.decided_by, d.outcome
            FROM open_receipt o
            JOIN batch b ON b.batch_id = o.batch_id
            JOIN receipt r ON r.receipt_id = o.receipt_id
            LEFT JOIN decision d ON d.decision_id = o.decision_id
            WHERE o.receipt_id > ? AND b.known_at IS NOT NULL AND o.unapplied = r.amount
            ORDER BY o.receipt_id LIMIT ?""";

    private final Connection connection;
    private final LocalDate day;
    private final Once once = new Once();

    /** @param day a bill waits until it is its maturity */
    WaitingReceipts(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
    }

    /** By company, in the order of decision. */
    Map<String, ReceiptQueue> byCompany() {
        Map<String, List<WaitingReceipt>> found = new TreeMap<>();
        InList.pages(connection, SQL, READ_AT_ONCE, row -> {
            if (isCash(row) && isForRules(row.getString(10), row.getString(11))) {
                found.computeIfAbsent(row.getString(7), any -> new ArrayList<>()).add(receipt(row));
            }
        });
        Map<String, ReceiptQueue> queues = new TreeMap<>();
        found.forEach((company, receipts) -> {
            receipts.sort(WaitingReceipt.ORDER);
            queues.put(company, ReceiptQueue.of(receipts));
        });
        return queues;
    }

    private boolean isCash(ResultSet row) throws SQLException {
        LocalDate maturity = row.getObject(8, LocalDate.class);
        return maturity == null || !maturity.isAfter(day) || !"BILL".equals(row.getString(9));
    }

    private WaitingReceipt receipt(ResultSet row) throws SQLException {
        return new WaitingReceipt(row.getLong(1), once.of(row.getObject(2, LocalDate.class)),
                once.of(row.getObject(3, LocalDate.class)), once.of(row.getString(4)), row.getString(5),
                once.of(row.getString(6)));
    }

    /** Whether what was decided before leaves it to the rules. */
    static boolean isForRules(String decidedBy, String outcome) {
        return decidedBy == null || decidedBy.equals(ReconciliationStore.ACTOR) && !outcome.equals(Outcome.APPLIED.name());
    }
}
