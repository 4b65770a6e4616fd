package org.saldo.store.export;

import org.saldo.delivery.export.RowSink;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;

/** The requests to hold or release deliveries, with what the ERP was told and what it said, by the order of requests. */
final class ExportHolds {

    static final String SQL = """
            SELECT s.company, s.step_id, s.customer_id, s.step, s.effective_on, s.manual, s.reason, s.decided_by,
                (SELECT MAX(t.way) FROM credit_hold_sent t JOIN batch tb ON tb.batch_id = t.batch_id
                    WHERE t.step_id = s.step_id AND tb.known_at <= :knownAt) AS sent_by,
                n.step AS answered, n.effective_on AS answered_on, n.decided_by AS answered_by
            FROM credit_hold_step s JOIN batch b ON b.batch_id = s.batch_id
            LEFT JOIN (SELECT a.* FROM credit_hold_step a JOIN batch ab ON ab.batch_id = a.batch_id
                WHERE ab.known_at <= :knownAt AND a.effective_on <= :day) n
                ON n.company = s.company AND n.customer_id = s.customer_id AND n.turn = s.turn + 1
            WHERE s.step IN ('HOLD_REQUESTED', 'RELEASE_REQUESTED') AND s.effective_on <= :day AND b.known_at <= :knownAt
            AND (:company = '' OR s.company = :company) ORDER BY s.step_id""";

    private ExportHolds() {
    }

    static void read(LedgerRead read, RowSink sink) {
        LedgerRead.forEach(read.query(SQL), row -> {
            String answered = row.getString("answered");
            LedgerRead.put(sink, row.getString("company"), "CH-" + row.getLong("step_id"), row.getString("customer_id"),
                    row.getString("step").replace("_REQUESTED", ""), Columns.day(row, "effective_on"),
                    WorklistWording.english().toldOrWritten(row.getString("reason")), row.getBoolean("manual"),
                    row.getString("decided_by"), row.getString("sent_by"),
                    answered == null ? "WAITS" : answered.endsWith("_REFUSED") ? "REFUSED" : "CONFIRMED",
                    Columns.day(row, "answered_on"), row.getString("answered_by"));
        });
    }
}
