package org.saldo.store.exclusion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.dunning.AccountPast;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.money.Money;
import org.saldo.store.LedgerRead;
import org.saldo.store.account.AsOf;
import org.saldo.store.account.OpenAsOf;

/** What came in for customers' promises and plans, and what was settled of their items, as of a day and known at an instant. */
final class StandingPast {

    private static final String PAID = """
            SELECT a.customer_id, a.item_id, a.currency, r.booking_date AS counts_on, SUM(a.amount) AS amount
            FROM {customers} JOIN allocation a ON a.company = :company AND a.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = a.batch_id JOIN receipt r ON r.receipt_id = a.receipt_id
            WHERE a.kind = 'PAYMENT' AND a.effective_on <= :day AND b.known_at <= :knownAt AND r.booking_date >= :since
            GROUP BY a.customer_id, a.item_id, a.currency, r.receipt_id, r.booking_date HAVING SUM(a.amount) > 0
            ORDER BY r.booking_date, r.receipt_id, a.item_id""";

    private static final String SETTLED = """
            SELECT a.item_id, a.currency, a.effective_on AS counts_on, a.amount,
                CASE WHEN a.kind = 'PAYMENT' THEN a.receipt_id ELSE 0 END AS cash
            FROM {items} JOIN allocation a ON a.item_id = i.item_id JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.effective_on <= :day AND b.known_at <= :knownAt
            UNION ALL
            SELECT c.item_id, c.currency, c.effective_on,
                CASE WHEN c.reverses IS NULL THEN ABS(c.balance_effect) ELSE -ABS(c.balance_effect) END, 0
            FROM {items} JOIN cancellation c ON c.item_id = i.item_id JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.effective_on <= :day AND b.known_at <= :knownAt""";

    private static final String STARTS = "SELECT d.item_id, d.currency, d.open_at_start AS amount"
            + " FROM {items} JOIN document d ON d.item_id = i.item_id";

    /** One parameter however many they are; both databases find each by the index. */
    private static final String ITEMS = "UNNEST(CAST(:items AS BIGINT ARRAY)) AS i(item_id)";

    private final Handle handle;
    private final AsOf asOf;

    StandingPast(Handle handle, AsOf asOf) {
        this.handle = handle;
        this.asOf = asOf;
    }

    /** By customer, of those who have promised something or pay by plan. */
    Map<String, AccountPast> read(Map<String, List<PaymentPromise>> promises, Map<String, List<InstalmentPlan>> plans) {
        Map<String, LocalDate> since = new HashMap<>();
        promises.forEach((number, own) -> own.stream().map(PaymentPromise::madeOn).min(LocalDate::compareTo)
                .ifPresent(day -> since.put(number, day)));
        plans.forEach((number, own) -> own.stream().map(InstalmentPlan::proposedOn).min(LocalDate::compareTo)
                .ifPresent(day -> since.merge(number, day, (one, other) -> one.isBefore(other) ? one : other)));
        Map<String, Set<Long>> items = new HashMap<>();
        promises.forEach((number, own) -> own.forEach(each -> add(items, number, each.parts())));
        plans.forEach((number, own) -> own.forEach(each -> add(items, number, each.parts())));
        Map<String, List<AccountPast.Cash>> cash = since.isEmpty() ? Map.of() : cash(since);
        Map<Long, AccountPast.Item> all = items(items.values().stream().flatMap(Set::stream).sorted().toList());
        Map<String, AccountPast> past = new HashMap<>();
        items.forEach((number, ids) -> past.put(number, new AccountPast(cash.getOrDefault(number, List.of()),
                ids.stream().filter(all::containsKey).collect(Collectors.toMap(id -> id, all::get)))));
        return past;
    }

    private static void add(Map<String, Set<Long>> items, String customer, List<Part> parts) {
        parts.forEach(part -> items.computeIfAbsent(customer, any -> new TreeSet<>()).add(part.itemId()));
    }

    /** @param since by customer the first day of which cash counts */
    private Map<String, List<AccountPast.Cash>> cash(Map<String, LocalDate> since) {
        AsOf those = new AsOf(asOf.company(), List.copyOf(since.keySet()), asOf.day(), asOf.knownAt());
        Map<String, List<AccountPast.Cash>> cash = new HashMap<>();
        LedgerRead.forEach(those.query(handle, PAID).bind("since", Collections.min(since.values())), row -> {
            if (!day(row).isBefore(since.get(row.getString("customer_id")))) {
                cash.computeIfAbsent(row.getString("customer_id"), any -> new ArrayList<>())
                        .add(new AccountPast.Cash(day(row), row.getLong("item_id"), money(row)));
            }
        });
        OpenAsOf.receipts(handle, those).forEach((number, receipts) -> receipts.stream()
                .filter(receipt -> receipt.unapplied().isPositive())
                .filter(receipt -> !receipt.bookedOn().isBefore(since.get(number)))
                .forEach(receipt -> cash.computeIfAbsent(number, any -> new ArrayList<>())
                        .add(new AccountPast.Cash(receipt.bookedOn(), 0, receipt.unapplied()))));
        return cash;
    }

    private Map<Long, AccountPast.Item> items(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<AccountPast.Settled>> settled = new HashMap<>();
        LedgerRead.forEach(items(SETTLED, ids).bind("day", asOf.day()).bind("knownAt", asOf.knownAt().atOffset(ZoneOffset.UTC)),
                row -> settled.computeIfAbsent(row.getLong("item_id"), any -> new ArrayList<>())
                        .add(new AccountPast.Settled(day(row), money(row), row.getLong("cash"))));
        Map<Long, AccountPast.Item> items = new HashMap<>();
        LedgerRead.forEach(items(STARTS, ids), row -> items.put(row.getLong("item_id"), new AccountPast.Item(money(row),
                settled.getOrDefault(row.getLong("item_id"), List.of()))));
        return items;
    }

    private Query items(String sql, List<Long> ids) {
        return handle.createQuery(sql.replace("{items}", ITEMS)).bindArray("items", Long.class, ids);
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("counts_on", LocalDate.class);
    }

    private static Money money(ResultSet row) throws SQLException {
        return Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal("amount"));
    }
}
