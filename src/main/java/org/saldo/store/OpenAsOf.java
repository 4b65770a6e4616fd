package org.saldo.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.statement.StatementItem;
import org.saldo.statement.UnappliedReceipt;

/** What was open on customers' accounts, by customer, found from documents, receipts and allocations alone. */
final class OpenAsOf {

    private static final String DOCUMENTS = """
            SELECT d.item_id, d.document_type,
                   CASE WHEN d.instalment = 1 THEN d.document_number
                        ELSE d.document_number || '/' || CAST(d.instalment AS VARCHAR(11)) END AS label,
                   d.instalment, d.issue_date, d.due_date, d.currency, d.amount, d.open_at_start, d.customer_id
            FROM {customers} JOIN document d ON d.company = :company AND d.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = d.batch_id AND b.known_at <= :knownAt
            WHERE d.issue_date <= :day""";

    private static final String SETTLED = """
            SELECT item_id, SUM(amount) AS settled FROM (
              SELECT a.item_id AS item_id, a.amount AS amount
              FROM {customers} JOIN allocation a ON a.company = :company AND a.customer_id = n.customer_id
              JOIN batch b ON b.batch_id = a.batch_id AND b.known_at <= :knownAt
              WHERE a.effective_on <= :day
                AND a.item_id IS NOT NULL
              UNION ALL
              SELECT a.counter_item_id, a.amount
              FROM {customers} JOIN allocation a ON a.company = :company AND a.customer_id = n.customer_id
              JOIN batch b ON b.batch_id = a.batch_id AND b.known_at <= :knownAt
              WHERE a.effective_on <= :day
                AND a.kind = 'CREDIT_NOTE'
              UNION ALL
              SELECT c.item_id, CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -c.balance_effect ELSE c.balance_effect END
              FROM {customers} JOIN cancellation c ON c.company = :company AND c.customer_id = n.customer_id
              JOIN batch b ON b.batch_id = c.batch_id AND b.known_at <= :knownAt
              JOIN document d ON d.item_id = c.item_id
              WHERE c.effective_on <= :day
            ) settled_by GROUP BY item_id""";

    private static final String DUE_DATES = """
            SELECT m.item_id, m.new_value
            FROM {customers} JOIN document d ON d.company = :company AND d.customer_id = n.customer_id
            JOIN amendment m ON m.item_id = d.item_id
            JOIN batch b ON b.batch_id = m.batch_id AND b.known_at <= :knownAt
            WHERE m.field = 'due_date' AND m.effective_on <= :day
            ORDER BY m.amendment_id""";

    private static final String HELD = """
            SELECT h.receipt_id, r.payment_id, r.booking_date, r.remittance_text, r.currency, r.amount, h.holder FROM (
              SELECT receipt_id, holder, SUM(held) AS held FROM (
                SELECT x.receipt_id AS receipt_id, x.customer_id AS holder, x.receipt_amount AS held
                FROM {customers} JOIN decision x ON x.company = :company AND x.customer_id = n.customer_id
                JOIN batch b ON b.batch_id = x.batch_id AND b.known_at <= :knownAt
                WHERE x.effective_on <= :day
                  AND (x.previous_customer_id IS NULL OR x.previous_customer_id <> x.customer_id)
                UNION ALL
                SELECT x.receipt_id, x.previous_customer_id, -x.receipt_amount
                FROM {customers} JOIN decision x ON x.company = :company AND x.previous_customer_id = n.customer_id
                JOIN batch b ON b.batch_id = x.batch_id AND b.known_at <= :knownAt
                WHERE x.effective_on <= :day
                  AND (x.customer_id IS NULL OR x.previous_customer_id <> x.customer_id)
              ) came_and_went GROUP BY receipt_id, holder HAVING SUM(held) <> 0
            ) h JOIN receipt r ON r.receipt_id = h.receipt_id""";

    private static final String USED = """
            SELECT h.receipt_id, {cash} AS amount
            FROM (SELECT DISTINCT d.receipt_id AS receipt_id FROM {customers}
                  JOIN decision d ON d.company = :company AND d.customer_id = n.customer_id) h
            JOIN allocation a ON a.receipt_id = h.receipt_id
            JOIN batch b ON b.batch_id = a.batch_id AND b.known_at <= :knownAt
            WHERE a.effective_on <= :day AND a.kind IN ('PAYMENT', 'REFUND')
            UNION ALL
            SELECT h.receipt_id, -a.amount
            FROM (SELECT DISTINCT d.receipt_id AS receipt_id FROM {customers}
                  JOIN decision d ON d.company = :company AND d.customer_id = n.customer_id) h
            JOIN allocation a ON a.counter_receipt_id = h.receipt_id
            JOIN batch b ON b.batch_id = a.batch_id AND b.known_at <= :knownAt
            WHERE a.effective_on <= :day AND a.kind = 'REFUND'""".replace("{cash}", Cash.sql("a"));

    private OpenAsOf() {
    }

    static Map<String, List<StatementItem>> items(Handle handle, AsOf asOf) {
        Map<Long, BigDecimal> settled = new HashMap<>();
        asOf.query(handle, SETTLED).map((row, context) ->
                settled.put(row.getLong("item_id"), row.getBigDecimal("settled"))).list();
        Map<Long, LocalDate> dueDates = new HashMap<>();
        asOf.query(handle, DUE_DATES).map((row, context) ->
                dueDates.put(row.getLong("item_id"), LocalDate.parse(row.getString("new_value")))).list();
        Map<String, List<StatementItem>> items = new HashMap<>();
        asOf.query(handle, DOCUMENTS).map((row, context) -> addIfOpen(items, row, settled, dueDates)).list();
        return items;
    }

    private static boolean addIfOpen(Map<String, List<StatementItem>> items, ResultSet row, Map<Long, BigDecimal> settled,
                                     Map<Long, LocalDate> dueDates) throws SQLException {
        long id = row.getLong("item_id");
        BigDecimal open = row.getBigDecimal("open_at_start").subtract(settled.getOrDefault(id, BigDecimal.ZERO));
        if (open.signum() == 0) {
            return false;
        }
        Currency currency = Currency.getInstance(row.getString("currency"));
        LocalDate dueDate = dueDates.getOrDefault(id, row.getObject("due_date", LocalDate.class));
        return of(items, row.getString("customer_id")).add(new StatementItem(id,
                DocumentType.valueOf(row.getString("document_type")), row.getString("label"), row.getInt("instalment"),
                row.getObject("issue_date", LocalDate.class), dueDate, Money.of(currency, row.getBigDecimal("amount")),
                Money.of(currency, open)));
    }

    static Map<String, List<UnappliedReceipt>> receipts(Handle handle, AsOf asOf) {
        Map<Long, BigDecimal> used = new HashMap<>();
        asOf.query(handle, USED).map((row, context) ->
                used.merge(row.getLong("receipt_id"), row.getBigDecimal("amount"), BigDecimal::add)).list();
        Map<String, List<UnappliedReceipt>> receipts = new HashMap<>();
        asOf.query(handle, HELD).map((row, context) -> addIfUnapplied(receipts, row, used)).list();
        return receipts;
    }

    private static boolean addIfUnapplied(Map<String, List<UnappliedReceipt>> receipts, ResultSet row,
                                          Map<Long, BigDecimal> used) throws SQLException {
        long id = row.getLong("receipt_id");
        BigDecimal amount = row.getBigDecimal("amount");
        BigDecimal unapplied = amount.subtract(used.getOrDefault(id, BigDecimal.ZERO));
        if (unapplied.signum() == 0) {
            return false;
        }
        Currency currency = Currency.getInstance(row.getString("currency"));
        return of(receipts, row.getString("holder")).add(new UnappliedReceipt(id, row.getString("payment_id"),
                row.getObject("booking_date", LocalDate.class), row.getString("remittance_text"),
                Money.of(currency, amount), Money.of(currency, unapplied)));
    }

    private static <T> List<T> of(Map<String, List<T>> byCustomer, String customer) {
        return byCustomer.computeIfAbsent(customer, any -> new ArrayList<>());
    }
}
