package org.saldo.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is open, in a form that tests can compare: as the projections say, and as the rows say. */
public final class OpenState {

    private OpenState() {
    }

    /** Open amounts by document number and unapplied amounts with their customer by payment id. */
    public static Map<String, String> of(Database database) {
        Map<String, String> state = new TreeMap<>();
        rows(database, """
                SELECT d.document_number, o.customer_id, o.open_amount FROM open_item o
                JOIN document d ON d.item_id = o.item_id""", state);
        rows(database, """
                SELECT r.payment_id, o.customer_id, o.unapplied FROM open_receipt o
                JOIN receipt r ON r.receipt_id = o.receipt_id""", state);
        return state;
    }

    /** The same, computed from the ledger's rows alone. */
    public static Map<String, String> fromRows(Database database) {
        Map<String, String> state = new TreeMap<>();
        rows(database, """
                SELECT document_number, customer_id, open_amount FROM (
                    SELECT d.document_number, d.customer_id, d.open_at_start
                        - COALESCE((SELECT SUM(a.amount) FROM allocation a WHERE a.item_id = d.item_id), 0)
                        - COALESCE((SELECT SUM(a.amount) FROM allocation a WHERE a.counter_item_id = d.item_id), 0)
                        - COALESCE((SELECT SUM(ABS(c.balance_effect) * CASE WHEN c.reverses IS NULL THEN 1 ELSE -1 END)
                            FROM cancellation c WHERE c.item_id = d.item_id), 0) AS open_amount
                    FROM document d) x WHERE open_amount <> 0""", state);
        rows(database, """
                SELECT payment_id, customer_id, unapplied FROM (
                    SELECT r.payment_id, (SELECT d.customer_id FROM decision d WHERE d.decision_id = (SELECT MAX(m.decision_id)
                        FROM decision m WHERE m.receipt_id = r.receipt_id)) AS customer_id, r.amount
                        - COALESCE((SELECT SUM(COALESCE(a.receipt_amount, a.amount)) FROM allocation a
                            WHERE a.receipt_id = r.receipt_id AND a.kind IN ('PAYMENT', 'REFUND')), 0)
                        + COALESCE((SELECT SUM(a.amount) FROM allocation a WHERE a.counter_receipt_id = r.receipt_id), 0)
                        AS unapplied FROM receipt r) x WHERE unapplied <> 0""", state);
        return state;
    }

    /** A customer's balance from its movements up to a day, positive when it owes. */
    public static BigDecimal balance(Database database, String customer, LocalDate day) {
        List<BigDecimal> parts = database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT CASE WHEN document_type = 'CREDIT_NOTE' THEN -open_at_start ELSE open_at_start END
                            FROM document WHERE customer_id = :c AND issue_date <= :d
                        UNION ALL SELECT -balance_effect FROM cancellation WHERE customer_id = :c AND effective_on <= :d
                        UNION ALL SELECT -receipt_amount FROM decision WHERE customer_id = :c
                            AND COALESCE(previous_customer_id, '') <> :c AND effective_on <= :d
                        UNION ALL SELECT receipt_amount FROM decision WHERE previous_customer_id = :c
                            AND COALESCE(customer_id, '') <> :c AND effective_on <= :d
                        UNION ALL SELECT -amount FROM allocation WHERE customer_id = :c AND effective_on <= :d
                            AND (kind IN ('WRITE_OFF', 'CASH_DISCOUNT', 'BANK_CHARGE')
                                OR (kind = 'PAYMENT' AND payer_customer_id IS NOT NULL))
                        UNION ALL SELECT amount FROM allocation WHERE payer_customer_id = :c AND kind = 'PAYMENT'
                            AND effective_on <= :d""")
                .bind("c", customer).bind("d", day).mapTo(BigDecimal.class).list());
        return parts.stream().reduce(BigDecimal.ZERO.setScale(4), BigDecimal::add);
    }

    /** What settles a document now, by the names of the allocations. */
    public static List<String> active(Database database, String document) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT a.allocation_id FROM allocation a JOIN document d ON d.item_id = a.item_id
                        WHERE d.document_number = :document AND a.reverses IS NULL AND NOT EXISTS (
                            SELECT 1 FROM allocation r WHERE r.reverses = a.allocation_id) ORDER BY a.allocation_id""")
                .bind("document", document).mapTo(Long.class).list()).stream().map(id -> "A-" + id).toList();
    }

    /** Whether an item or a receipt is used beyond its amount as of a day. */
    public static long overusedAsOf(Database database, LocalDate day) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT (SELECT COUNT(*) FROM document d WHERE d.open_at_start < (SELECT SUM(a.amount) FROM allocation a
                                WHERE a.item_id = d.item_id AND a.effective_on <= :d))
                            + (SELECT COUNT(*) FROM receipt r WHERE r.amount < (SELECT SUM(COALESCE(a.receipt_amount, a.amount))
                                FROM allocation a WHERE a.receipt_id = r.receipt_id AND a.kind = 'PAYMENT'
                                AND a.effective_on <= :d))
                        FROM ledger_clock""")
                .bind("d", day).mapTo(Long.class).one());
    }

    private static void rows(Database database, String sql, Map<String, String> into) {
        database.jdbi().useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2) + " " + row.getBigDecimal(3)))
                .forEach(entry -> into.put(entry.getKey(), entry.getValue())));
    }
}
