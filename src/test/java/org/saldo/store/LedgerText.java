package org.saldo.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** A ledger as text that tests can compare, and a ledger emptied for the next history. */
public final class LedgerText {

    private LedgerText() {
    }

    /** What a company's receipts have settled and what is open, without ids, in an order of its own. */
    public static String of(Database database, String company) {
        return database.jdbi().withHandle(handle -> String.join("\n",
                lines(handle, """
                        SELECT r.payment_id, d.document_number, a.kind, a.amount, a.rule, a.customer_id, a.effective_on
                        FROM allocation a JOIN receipt r ON r.receipt_id = a.receipt_id
                        LEFT JOIN document d ON d.item_id = a.item_id WHERE a.company = :company""", company),
                lines(handle, """
                        SELECT d.document_number, o.customer_id, o.credit, o.open_amount
                        FROM open_item o JOIN document d ON d.item_id = o.item_id WHERE o.company = :company""", company),
                lines(handle, """
                        SELECT r.payment_id, o.customer_id, o.unapplied, d.outcome, d.reason, d.evidence, d.alternatives
                        FROM open_receipt o JOIN receipt r ON r.receipt_id = o.receipt_id
                        LEFT JOIN decision d ON d.decision_id = o.decision_id WHERE o.company = :company""", company)));
    }

    private static String lines(Handle handle, String sql, String company) {
        List<String> lines = handle.createQuery(sql).bind("company", company).mapToMap().list().stream()
                .map(row -> row.values().toString()).sorted().toList();
        return String.join("\n", lines);
    }

    /** Removes every row that a batch wrote, for the next history of a test. */
    public static void empty(Database database) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("DELETE FROM open_item");
            handle.execute("DELETE FROM open_receipt");
            handle.execute("DELETE FROM allocation WHERE reverses IS NOT NULL");
            handle.execute("DELETE FROM cancellation WHERE reverses IS NOT NULL");
            Table[] tables = Table.values();
            for (int i = tables.length - 1; i >= 0; i--) {
                handle.execute("DELETE FROM " + tables[i].sqlName());
            }
            handle.execute("DELETE FROM batch");
            handle.execute("UPDATE ledger_clock SET last_chain_hash = 'genesis'");
        });
    }
}
