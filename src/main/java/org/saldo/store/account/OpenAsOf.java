package org.saldo.store.account;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.statement.StatementItem;
import org.saldo.statement.UnappliedReceipt;
import org.saldo.store.Cash;
import org.saldo.store.KnownBatches;

/** What was open on customers' accounts, by customer, found from documents, receipts and allocations alone. */
public final class OpenAsOf {

    // The first column of each is the row's batch, which says since when it is known.
    private static final String DOCUMENTS = """
            SELECT d.batch_id, d.item_id, d.document_type,
                   CASE WHEN d.instalment = 1 THEN d.document_number
                        ELSE d.document_number || '/' || CAST(d.instalment AS VARCHAR(11)) END,
                   d.instalment, d.issue_date, d.due_date, d.currency, d.amount, d.open_at_start, d.customer_id
            FROM {customers} JOIN document d ON d.company = :company AND d.customer_id = n.customer_id
            WHERE d.issue_date <= :day""";

    private static final String SETTLED = """
            SELECT a.batch_id, a.item_id, CASE WHEN a.kind = 'CREDIT_NOTE' THEN a.counter_item_id END, a.amount
            FROM {customers} JOIN allocation a ON a.company = :company AND a.customer_id = n.customer_id
            WHERE a.effective_on <= :day
            UNION ALL
            SELECT c.batch_id, c.item_id, CAST(NULL AS BIGINT),
                   CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -c.balance_effect ELSE c.balance_effect END
            FROM {customers} JOIN cancellation c ON c.company = :company AND c.customer_id = n.customer_id
            JOIN document d ON d.item_id = c.item_id
            WHERE c.effective_on <= :day""";

    private static final String DUE_DATES = """
            SELECT m.batch_id, m.item_id, m.new_value
            FROM {customers} JOIN document d ON d.company = :company AND d.customer_id = n.customer_id
            JOIN amendment m ON m.item_id = d.item_id
            WHERE m.field = 'due_date' AND m.effective_on <= :day
            ORDER BY m.amendment_id""";

    private static final String HELD = """
            SELECT x.batch_id, x.receipt_id, x.customer_id, x.receipt_amount,
                   r.payment_id, r.booking_date, r.remittance_text, r.currency, r.amount
            FROM {customers} JOIN decision x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN receipt r ON r.receipt_id = x.receipt_id
            WHERE x.effective_on <= :day
              AND (x.previous_customer_id IS NULL OR x.previous_customer_id <> x.customer_id)
            UNION ALL
            SELECT x.batch_id, x.receipt_id, x.previous_customer_id, -x.receipt_amount,
                   r.payment_id, r.booking_date, r.remittance_text, r.currency, r.amount
            FROM {customers} JOIN decision x ON x.company = :company AND x.previous_customer_id = n.customer_id
            JOIN receipt r ON r.receipt_id = x.receipt_id
            WHERE x.effective_on <= :day
              AND (x.customer_id IS NULL OR x.previous_customer_id <> x.customer_id)""";

    // A use of a receipt that was decided on twice comes twice.
    private static final String USED = """
            SELECT a.batch_id, d.receipt_id, a.allocation_id, {cash}
            FROM {customers} JOIN decision d ON d.company = :company AND d.customer_id = n.customer_id
            JOIN allocation a ON a.receipt_id = d.receipt_id
            WHERE a.effective_on <= :day AND a.kind IN ('PAYMENT', 'REFUND')
            UNION ALL
            SELECT a.batch_id, d.receipt_id, a.allocation_id, -a.amount
            FROM {customers} JOIN decision d ON d.company = :company AND d.customer_id = n.customer_id
            JOIN allocation a ON a.counter_receipt_id = d.receipt_id
            WHERE a.effective_on <= :day AND a.kind = 'REFUND'""".replace("{cash}", Cash.sql("a"));

    private final Handle handle;
    private final AsOf asOf;
    private final KnownBatches batches;

    private OpenAsOf(Handle handle, AsOf asOf, KnownBatches batches) {
        this.handle = handle;
        this.asOf = asOf;
        this.batches = batches;
    }

    public static Map<String, List<StatementItem>> items(Handle handle, AsOf asOf) {
        return items(handle, asOf, new KnownBatches());
    }

    public static Map<String, List<StatementItem>> items(Handle handle, AsOf asOf, KnownBatches batches) {
        return new OpenAsOf(handle, asOf, batches).items();
    }

    public static Map<String, List<UnappliedReceipt>> receipts(Handle handle, AsOf asOf) {
        return receipts(handle, asOf, new KnownBatches());
    }

    public static Map<String, List<UnappliedReceipt>> receipts(Handle handle, AsOf asOf, KnownBatches batches) {
        return new OpenAsOf(handle, asOf, batches).receipts();
    }

    private <T> List<T> rows(String sql, KnownBatches.Reader<T> reader) {
        return batches.rows(handle, asOf.query(handle, sql), asOf.knownAt(), reader);
    }

    private Map<String, List<StatementItem>> items() {
        Map<Long, BigDecimal> settled = settled();
        Map<Long, LocalDate> dueDates = new HashMap<>();
        rows(DUE_DATES, row -> as(Map.entry(row.getLong(2), row.getString(3))))
                .forEach(each -> dueDates.put(each.getKey(), LocalDate.parse(each.getValue())));
        Map<String, List<StatementItem>> items = new HashMap<>();
        for (Document each : rows(DOCUMENTS, row -> as(document(row)))) {
            BigDecimal open = each.openAtStart().subtract(settled.getOrDefault(each.id(), BigDecimal.ZERO));
            if (open.signum() != 0) {
                Currency currency = Currency.getInstance(each.currency());
                of(items, each.customer()).add(new StatementItem(each.id(), DocumentType.valueOf(each.type()), each.label(),
                        each.instalment(), each.issueDate(), dueDates.getOrDefault(each.id(), each.dueDate()),
                        Money.of(currency, each.amount()), Money.of(currency, open)));
            }
        }
        return items;
    }

    private record Document(long id, String type, String label, int instalment, LocalDate issueDate, LocalDate dueDate,
                            String currency, BigDecimal amount, BigDecimal openAtStart, String customer) {
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(row.getLong(2), row.getString(3), row.getString(4), row.getInt(5),
                row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class), row.getString(8), row.getBigDecimal(9),
                row.getBigDecimal(10), row.getString(11));
    }

    /** What settles an item, and the credit note that it comes from; 0 where there is none. */
    private record Settlement(long item, long creditNote, BigDecimal amount) {
    }

    private Map<Long, BigDecimal> settled() {
        Map<Long, BigDecimal> settled = new HashMap<>();
        rows(SETTLED, row -> as(new Settlement(row.getLong(2), row.getLong(3), row.getBigDecimal(4)))).forEach(each -> {
            settled.merge(each.item(), each.amount(), BigDecimal::add);
            if (each.creditNote() != 0) {
                settled.merge(each.creditNote(), each.amount(), BigDecimal::add);
            }
        });
        return settled;
    }

    private Map<String, List<UnappliedReceipt>> receipts() {
        Map<Long, BigDecimal> used = used();
        Map<Holding, Held> held = new LinkedHashMap<>();
        rows(HELD, row -> as(Map.entry(new Holding(row.getLong(2), row.getString(3)), held(row))))
                .forEach(each -> held.merge(each.getKey(), each.getValue(), Held::plus));
        Map<String, List<UnappliedReceipt>> receipts = new HashMap<>();
        held.forEach((holding, receipt) -> {
            BigDecimal unapplied = receipt.amount().subtract(used.getOrDefault(holding.receipt(), BigDecimal.ZERO));
            if (receipt.held().signum() != 0 && unapplied.signum() != 0) {
                Currency currency = Currency.getInstance(receipt.currency());
                of(receipts, holding.holder()).add(new UnappliedReceipt(holding.receipt(), receipt.paymentId(),
                        receipt.bookedOn(), receipt.text(), Money.of(currency, receipt.amount()),
                        Money.of(currency, unapplied)));
            }
        });
        return receipts;
    }

    private record Holding(long receipt, String holder) {
    }

    /** A receipt and how much of it came to its holder, less what went away again. */
    private record Held(BigDecimal held, String paymentId, LocalDate bookedOn, String text, String currency,
                        BigDecimal amount) {

        Held plus(Held other) {
            return new Held(held.add(other.held), paymentId, bookedOn, text, currency, amount);
        }
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(row.getBigDecimal(4), row.getString(5), row.getObject(6, LocalDate.class), row.getString(7),
                row.getString(8), row.getBigDecimal(9));
    }

    private record Use(long receipt, long allocation, BigDecimal amount) {
    }

    private Map<Long, BigDecimal> used() {
        Map<Long, BigDecimal> used = new HashMap<>();
        Set<Use> uses = new HashSet<>(rows(USED, row -> as(new Use(row.getLong(2), row.getLong(3), row.getBigDecimal(4)))));
        uses.forEach(use -> used.merge(use.receipt(), use.amount(), BigDecimal::add));
        return used;
    }

    /** The same whenever it became known. */
    private static <T> Function<Instant, T> as(T value) {
        return knownAt -> value;
    }

    private static <T> List<T> of(Map<String, List<T>> byCustomer, String customer) {
        return byCustomer.computeIfAbsent(customer, any -> new ArrayList<>());
    }
}
