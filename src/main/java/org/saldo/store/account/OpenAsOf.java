package org.saldo.store.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.money.Money;
import org.saldo.statement.StatementItem;
import org.saldo.statement.UnappliedReceipt;
import org.saldo.store.Cash;
import org.saldo.store.KnownBatches;

/** What was open on customers' accounts, by customer, found from documents, receipts and allocations alone. */
public final class OpenAsOf {

    // The first column of each is the row's batch, which says since when it is known.
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

    private static final String USED = """
            SELECT a.batch_id, a.receipt_id, {cash}
            FROM {receipts} JOIN allocation a ON a.receipt_id = n.receipt_id
            WHERE a.effective_on <= :day AND a.kind IN ('PAYMENT', 'REFUND')
            UNION ALL
            SELECT a.batch_id, a.counter_receipt_id, -a.amount
            FROM {receipts} JOIN allocation a ON a.counter_receipt_id = n.receipt_id
            WHERE a.effective_on <= :day AND a.kind = 'REFUND'""".replace("{cash}", Cash.sql("a"))
            .replace("{receipts}", "UNNEST(CAST(:receipts AS BIGINT ARRAY)) AS n(receipt_id)");

    private final Handle handle;
    private final AsOf asOf;
    private final KnownBatches batches;

    OpenAsOf(Handle handle, AsOf asOf, KnownBatches batches) {
        this.handle = handle;
        this.asOf = asOf;
        this.batches = batches;
    }

    public static Map<String, List<StatementItem>> items(Handle handle, AsOf asOf) {
        KnownBatches batches = new KnownBatches();
        return new OpenAsOf(handle, asOf, batches).items(AccountRows.documents(handle, asOf, batches));
    }

    public static Map<String, List<UnappliedReceipt>> receipts(Handle handle, AsOf asOf) {
        KnownBatches batches = new KnownBatches();
        return new OpenAsOf(handle, asOf, batches).receipts(AccountRows.holdings(handle, asOf, batches));
    }

    private <T> List<T> rows(String sql, KnownBatches.Reader<T> reader) {
        return batches.rows(handle, asOf.query(handle, sql), asOf.knownAt(), reader);
    }

    /** @param documents of these customers, up to the day */
    Map<String, List<StatementItem>> items(List<AccountRows.Document> documents) {
        Map<Long, BigDecimal> settled = settled();
        Map<Long, LocalDate> dueDates = new HashMap<>();
        rows(DUE_DATES, row -> as(Map.entry(row.getLong(2), row.getString(3))))
                .forEach(each -> dueDates.put(each.getKey(), LocalDate.parse(each.getValue())));
        Map<String, List<StatementItem>> items = new HashMap<>();
        for (AccountRows.Document each : documents) {
            Money open = each.openAtStart().minus(Money.of(each.openAtStart().currency(),
                    settled.getOrDefault(each.item(), BigDecimal.ZERO)));
            if (!open.isZero()) {
                of(items, each.customer()).add(new StatementItem(each.item(), each.type(), each.number(), each.instalment(),
                        each.issuedOn(), dueDates.getOrDefault(each.item(), each.dueOn()), each.amount(), open));
            }
        }
        return items;
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

    /** @param holdings of these customers, up to the day */
    Map<String, List<UnappliedReceipt>> receipts(List<AccountRows.Holding> holdings) {
        Map<Long, BigDecimal> used = used(holdings);
        Map<Holder, AccountRows.Holding> last = new LinkedHashMap<>();
        Map<Holder, BigDecimal> held = new HashMap<>();
        holdings.forEach(each -> {
            Holder holder = new Holder(each.receipt(), each.customer());
            last.put(holder, each);
            held.merge(holder, each.held(), BigDecimal::add);
        });
        Map<String, List<UnappliedReceipt>> receipts = new HashMap<>();
        last.forEach((holder, receipt) -> {
            Money unapplied = receipt.amount().minus(Money.of(receipt.amount().currency(),
                    used.getOrDefault(receipt.receipt(), BigDecimal.ZERO)));
            if (held.get(holder).signum() != 0 && !unapplied.isZero()) {
                of(receipts, holder.customer()).add(new UnappliedReceipt(receipt.receipt(), receipt.paymentId(),
                        receipt.bookedOn(), receipt.text(), receipt.amount(), unapplied));
            }
        });
        return receipts;
    }

    private record Holder(long receipt, String customer) {
    }

    private Map<Long, BigDecimal> used(List<AccountRows.Holding> holdings) {
        Map<Long, BigDecimal> used = new HashMap<>();
        List<Long> receipts = holdings.stream().map(AccountRows.Holding::receipt).distinct().toList();
        Query query = handle.createQuery(USED).bindArray("receipts", Long.class, receipts).bind("day", asOf.day());
        batches.rows(handle, query, asOf.knownAt(), row -> as(Map.entry(row.getLong(2), row.getBigDecimal(3))))
                .forEach(use -> used.merge(use.getKey(), use.getValue(), BigDecimal::add));
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
