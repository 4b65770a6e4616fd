package org.saldo.store.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.saldo.store.Columns;

/** The list of instructions: what was given by the end of a day, and how it had ended by then. */
final class ExportInstructions {

    static final String SQL = """
            SELECT i.*, b.known_at, e.outcome, e.decided_by, e.says, e.end_reason, e.ended_at FROM instruction i
            JOIN batch b ON b.batch_id = i.batch_id
            LEFT JOIN (SELECT n.instruction_id, n.outcome, n.decided_by, n.says, n.reason AS end_reason,
                    nb.known_at AS ended_at
                FROM instruction_end n JOIN batch nb ON nb.batch_id = n.batch_id
                WHERE nb.known_at <= :knownAt AND nb.business_day <= :day) e ON e.instruction_id = i.instruction_id
            WHERE i.instruction_id > :after AND i.instruction_id <= :last AND b.business_day <= :day
            AND b.known_at <= :knownAt AND (:company = '' OR i.company = :company) ORDER BY i.instruction_id""";

    private static final String WAITS = "WAITS";

    private ExportInstructions() {
    }

    static Object[] line(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        int proposal = row.getInt("proposal");
        BigDecimal amount = row.getBigDecimal("amount");
        String says = row.getString("says");
        return new Object[] {row.getString("company"), "I-" + row.getLong("instruction_id"),
            row.getString("instruction_key"), row.getString("action"), row.getString("payment_id"),
            row.getString("documents"), row.getString("allocation_id"), row.getString("customer_id"),
            proposal == 0 ? null : proposal, amount == null ? null : plain(amount), row.getString("currency"),
            row.getString("reason"), row.getString("proposed_by"), Columns.instant(row, "known_at"),
            outcome == null ? WAITS : outcome, row.getString("decided_by"), Columns.instant(row, "ended_at"),
            says == null || says.isEmpty() ? row.getString("end_reason") : says};
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }
}
