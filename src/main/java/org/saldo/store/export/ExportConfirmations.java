package org.saldo.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.saldo.store.Columns;

/** The list of answers to statements: what was recorded by the end of a day, as known at an instant. */
final class ExportConfirmations {

    static final String SQL = """
            SELECT a.*, s.statement_number, s.currency, s.statement_month, s.version, s.closing_balance, b.known_at
            FROM answer a JOIN batch b ON b.batch_id = a.batch_id JOIN statement s ON s.statement_id = a.statement_id
            WHERE a.answer_id > :after AND a.answer_id <= :last AND b.business_day <= :day AND b.known_at <= :knownAt
            AND (:company = '' OR a.company = :company) ORDER BY a.answer_id""";

    private ExportConfirmations() {
    }

    static Object[] line(ResultSet row) throws SQLException {
        return new Object[] {row.getString("company"), "Y-" + row.getLong("answer_id"), row.getString("customer_id"),
            "S-" + row.getLong("statement_id"), row.getString("statement_number"), row.getString("statement_month"),
            row.getInt("version"), row.getString("currency"), Columns.money(row, "closing_balance").toDecimal(),
            row.getString("pdf_sha256"), row.getString("side"), row.getString("outcome"), row.getString("grade"),
            row.getString("channel"), row.getString("person"), row.getString("person_role"), Columns.day(row, "answered_on"),
            Columns.instant(row, "received_at"), row.getString("authenticated"), row.getString("evidence_sha256"),
            row.getString("reason"), row.getString("recorded_by"), Columns.instant(row, "known_at")};
    }
}
