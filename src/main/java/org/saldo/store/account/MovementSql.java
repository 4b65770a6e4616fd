package org.saldo.store.account;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.saldo.ledger.AllocationKind;
import org.saldo.store.Cash;
import org.saldo.store.KnownBatches;

/**
 * The rows that change balances, one branch for each way in which that happens. Parameters: {@code :company},
 * {@code :day} (the last that counts) and {@code :knownAt}; whose balances, says {@link AsOf}, and which rows of customers
 * are known, {@link KnownBatches}.
 */
public final class MovementSql {

    private static final String LOWERS_BALANCE = Arrays.stream(AllocationKind.values())
            .filter(AllocationKind::lowersBalance).map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String LABEL = """
            CASE WHEN d.instalment = 1 THEN d.document_number
                 ELSE d.document_number || '/' || CAST(d.instalment AS VARCHAR(11)) END""";
    private static final String RECEIPT_KIND = """
            CASE WHEN x.receipt_amount > 0 THEN CAST('RECEIPT' AS VARCHAR(20))
                 WHEN r.return_of <> '' THEN CAST('RETURNED_PAYMENT' AS VARCHAR(20))
                 ELSE CAST('PAID_OUT' AS VARCHAR(20)) END""";
    private static final String TRANSFER_KIND = """
            CASE WHEN x.receipt_currency IS NULL THEN CAST('TRANSFER' AS VARCHAR(20))
                 ELSE CAST('EXCHANGE' AS VARCHAR(20)) END""";
    private static final String KNOWN_ROW = "JOIN batch b ON b.batch_id = x.batch_id AND b.known_at <= :knownAt";
    private static final String REVERSAL = "CASE WHEN x.reverses IS NULL THEN 0 ELSE 1 END";

    /**
     * What changes balances beside documents and receipts, which {@link AccountRows} reads. Columns: batch_id, row_id, kind,
     * currency, effective_on, reference, text, reversal (0 or 1), amount (signed), customer. Rows that are not known are among
     * them.
     */
    // An allocation is found by its payer without the index on the company: HSQLDB would read all that begin with it.
    static final String SETTLEMENTS = """
            SELECT x.batch_id, x.cancellation_id, CAST('CANCELLATION' AS VARCHAR(20)), x.currency, x.effective_on,
                   {label}, CAST('' AS VARCHAR(60)), {reversal}, -x.balance_effect, x.customer_id
            FROM {customers} JOIN cancellation x ON x.company = :company AND x.customer_id = n.customer_id
              JOIN document d ON d.item_id = x.item_id
            WHERE x.effective_on <= :day
            UNION ALL
            SELECT x.batch_id, x.allocation_id, CASE WHEN x.kind = 'PAYMENT' THEN {transfer kind} ELSE x.kind END,
                   x.currency, x.effective_on, {label}, CAST('' AS VARCHAR(60)), {reversal}, -x.amount, x.customer_id
            FROM {customers} JOIN allocation x ON x.company = :company AND x.customer_id = n.customer_id
              JOIN document d ON d.item_id = x.item_id
            WHERE x.effective_on <= :day
              AND (x.kind IN ({lowers balance})
                   OR (x.kind = 'PAYMENT' AND (x.payer_customer_id IS NOT NULL OR x.receipt_currency IS NOT NULL)))
            UNION ALL
            SELECT x.batch_id, x.allocation_id, {transfer kind}, COALESCE(x.receipt_currency, x.currency), x.effective_on,
                   r.payment_id, CAST('' AS VARCHAR(60)), {reversal}, {cash}, x.payer_customer_id
            FROM {customers} JOIN allocation x ON x.company || '' = :company AND x.payer_customer_id = n.customer_id
              JOIN receipt r ON r.receipt_id = x.receipt_id
            WHERE x.effective_on <= :day
              AND x.kind = 'PAYMENT'
            UNION ALL
            SELECT x.batch_id, x.allocation_id, {transfer kind}, x.receipt_currency, x.effective_on,
                   r.payment_id, CAST('' AS VARCHAR(60)), {reversal}, x.receipt_amount, x.customer_id
            FROM {customers} JOIN allocation x ON x.company = :company AND x.customer_id = n.customer_id
              JOIN receipt r ON r.receipt_id = x.receipt_id
            WHERE x.effective_on <= :day
              AND x.receipt_currency IS NOT NULL AND x.payer_customer_id IS NULL
            """.replace("{label}", LABEL).replace("{transfer kind}", TRANSFER_KIND).replace("{cash}", Cash.sql("x"))
            .replace("{reversal}", REVERSAL).replace("{lowers balance}", LOWERS_BALANCE);

    /**
     * The balance of all customers of a company, by currency and batch; batches that are not known are among them. Columns:
     * batch_id, currency, amount. Transfers between customers add nothing to it, so they are left out; cash that settles an
     * item of another currency changes both.
     */
    static final String OF_A_COMPANY = """
            SELECT d.batch_id, d.currency,
                   SUM(CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -d.open_at_start ELSE d.open_at_start END)
            FROM document d
            WHERE d.company = :company AND d.issue_date <= :day GROUP BY d.batch_id, d.currency
            UNION ALL
            SELECT x.batch_id, x.currency, -SUM(x.balance_effect) FROM cancellation x
            WHERE x.company = :company AND x.effective_on <= :day GROUP BY x.batch_id, x.currency
            UNION ALL
            SELECT x.batch_id, x.currency,
                   SUM(CASE WHEN x.customer_id IS NULL THEN x.receipt_amount ELSE -x.receipt_amount END)
            FROM decision x
            WHERE x.company = :company AND x.effective_on <= :day
              AND ((x.customer_id IS NOT NULL AND x.previous_customer_id IS NULL)
                   OR (x.customer_id IS NULL AND x.previous_customer_id IS NOT NULL)) GROUP BY x.batch_id, x.currency
            UNION ALL
            SELECT x.batch_id, x.currency, -SUM(x.amount) FROM allocation x
            WHERE x.company = :company AND x.effective_on <= :day
              AND (x.kind IN ({lowers balance}) OR x.receipt_currency IS NOT NULL) GROUP BY x.batch_id, x.currency
            UNION ALL
            SELECT x.batch_id, x.receipt_currency, SUM(x.receipt_amount) FROM allocation x
            WHERE x.company = :company AND x.effective_on <= :day AND x.receipt_currency IS NOT NULL
            GROUP BY x.batch_id, x.receipt_currency
            """.replace("{lowers balance}", LOWERS_BALANCE);

    /** The numbers on a company's documents, and of these the ones that have master data. */
    // Grouped: HSQLDB takes duplicates out of a table of all rows, which it makes first.
    static final String WITH_DOCUMENTS = "SELECT d.customer_id FROM document d WHERE d.company = :company GROUP BY d.customer_id";
    static final String WITH_MASTER_DATA = """
            SELECT DISTINCT c.customer_id FROM customer c
            JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL WHERE c.company = :company""";

    /** What {@link #OF_A_COMPANY} has of documents whose customer has no master data: they wait, and nothing settles them. */
    static final String WAITING = """
            SELECT d.batch_id, d.currency,
                   CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -d.open_at_start ELSE d.open_at_start END
            FROM {customers} JOIN document d ON d.company = :company AND d.customer_id = n.customer_id
            WHERE d.issue_date <= :day
            UNION ALL
            SELECT x.batch_id, x.currency, -x.balance_effect
            FROM {customers} JOIN cancellation x ON x.company = :company AND x.customer_id = n.customer_id
            WHERE x.effective_on <= :day""";

    /** Documents, customers' receipts, deductions and exchanges of a company from {@code :from} on, the newest {@code :limit}. */
    public static final String RECENT = """
            SELECT known_at, row_id, kind, currency, effective_on, reference, text, reversal, amount FROM (
              SELECT d.item_id AS row_id, d.document_type AS kind, d.currency AS currency, d.issue_date AS effective_on,
                     b.known_at AS known_at, {label} AS reference, CAST('' AS VARCHAR(60)) AS text, 0 AS reversal,
                     CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -d.open_at_start ELSE d.open_at_start END AS amount
              FROM document d JOIN batch b ON b.batch_id = d.batch_id AND b.known_at <= :knownAt
              WHERE d.company = :company AND d.issue_date >= :from AND d.issue_date <= :day
              UNION ALL
              SELECT x.decision_id, {receipt kind}, x.currency, x.effective_on, b.known_at, r.payment_id,
                     CAST('' AS VARCHAR(60)), 0, -x.receipt_amount
              FROM decision x {known} JOIN receipt r ON r.receipt_id = x.receipt_id
              WHERE x.company = :company AND x.effective_on >= :from AND x.effective_on <= :day
                AND x.customer_id IS NOT NULL AND x.previous_customer_id IS NULL
              UNION ALL
              SELECT x.allocation_id, x.kind, x.currency, x.effective_on, b.known_at, {label},
                     CAST('' AS VARCHAR(60)), {reversal}, -x.amount
              FROM allocation x {known} JOIN document d ON d.item_id = x.item_id
              WHERE x.company = :company AND x.effective_on >= :from AND x.effective_on <= :day
                AND x.kind IN ({lowers balance})
              UNION ALL
              SELECT x.allocation_id, CAST('EXCHANGE' AS VARCHAR(20)), x.currency, x.effective_on, b.known_at, {label},
                     CAST('' AS VARCHAR(60)), {reversal}, -x.amount
              FROM allocation x {known} JOIN document d ON d.item_id = x.item_id
              WHERE x.company = :company AND x.effective_on >= :from AND x.effective_on <= :day
                AND x.receipt_currency IS NOT NULL
              UNION ALL
              SELECT x.allocation_id, CAST('EXCHANGE' AS VARCHAR(20)), x.receipt_currency, x.effective_on, b.known_at,
                     r.payment_id, CAST('' AS VARCHAR(60)), {reversal}, x.receipt_amount
              FROM allocation x {known} JOIN receipt r ON r.receipt_id = x.receipt_id
              WHERE x.company = :company AND x.effective_on >= :from AND x.effective_on <= :day
                AND x.receipt_currency IS NOT NULL
            ) recent ORDER BY row_id DESC LIMIT :limit
            """.replace("{label}", LABEL).replace("{receipt kind}", RECEIPT_KIND).replace("{known}", KNOWN_ROW)
            .replace("{reversal}", REVERSAL).replace("{lowers balance}", LOWERS_BALANCE);

    private MovementSql() {
    }
}
