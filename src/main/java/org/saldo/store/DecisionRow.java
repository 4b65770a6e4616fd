package org.saldo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** A decision about a receipt as it stands in the ledger: whose it is and what became of it, by which rule or person. */
public record DecisionRow(
        long id,
        long batchId,
        String outcome,
        String reason,
        String disposition,
        Optional<String> customer,
        Optional<String> previous,
        String rule,
        String ruleVersion,
        String payerProof,
        String evidence,
        String alternatives,
        String decidedBy,
        LocalDate effectiveOn,
        Instant knownAt) {

    /** The disposition of money that the receipt's customer leaves on the account. */
    public static final String ON_ACCOUNT = "ON_ACCOUNT";
    /** The disposition of money that is none of the customers'. */
    public static final String NOT_OURS = "NOT_OURS";
    /** The rule of decisions and allocations that a person made. */
    public static final String PERSON = "person";

    /** Whether it says whose the money is, be it nobody's. */
    boolean places() {
        return customer.isPresent() || disposition.equals(NOT_OURS);
    }

    /** Whether the money is somebody else's from then on; what stays on its customer's account was free before. */
    boolean changesOwner() {
        return !customer.equals(previous);
    }

    /** All decisions about a receipt, oldest first. */
    public static List<DecisionRow> ofReceipt(Handle handle, long receiptId) {
        return handle.createQuery("""
                        SELECT d.*, b.known_at FROM decision d JOIN batch b ON b.batch_id = d.batch_id
                        WHERE b.known_at IS NOT NULL AND d.receipt_id = :id ORDER BY d.decision_id""")
                .bind("id", receiptId).map(DecisionRow::read).list();
    }

    private static DecisionRow read(ResultSet row, StatementContext context) throws SQLException {
        return new DecisionRow(row.getLong("decision_id"), row.getLong("batch_id"), row.getString("outcome"),
                row.getString("reason"), row.getString("disposition"), Optional.ofNullable(row.getString("customer_id")),
                Optional.ofNullable(row.getString("previous_customer_id")), row.getString("rule"),
                row.getString("rule_version"), row.getString("payer_proof"), row.getString("evidence"),
                row.getString("alternatives"), row.getString("decided_by"),
                row.getObject("effective_on", LocalDate.class), row.getObject("known_at", OffsetDateTime.class).toInstant());
    }
}
