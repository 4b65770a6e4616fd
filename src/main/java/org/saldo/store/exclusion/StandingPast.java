package org.saldo.store.exclusion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.AccountPast;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.money.Money;
import org.saldo.store.LedgerRead;
import org.saldo.store.account.AsOf;
import org.saldo.store.account.OpenAsOf;

/** What came in for a customer's promises and plans, and what was settled of their items, as of a day and known at an instant. */
final class StandingPast {

    private static final String PAID = """
            SELECT a.item_id, a.currency, r.booking_date AS counts_on, SUM(a.amount) AS amount
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id JOIN receipt r ON r.receipt_id = a.receipt_id
            WHERE a.company = :company AND a.customer_id = :customer AND a.kind = 'PAYMENT' AND a.effective_on <= :day
            AND b.known_at <= :knownAt AND r.booking_date >= :since
            GROUP BY a.item_id, a.currency, r.receipt_id, r.booking_date HAVING SUM(a.amount) > 0
            ORDER BY r.booking_date, r.receipt_id, a.item_id""";

    private static final String SETTLED = """
            SELECT a.item_id, a.currency, a.effective_on AS counts_on, a.amount
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.item_id IN (<items>) AND a.effective_on <= :day AND b.known_at <= :knownAt
            UNION ALL
            SELECT c.item_id, c.currency, c.effective_on,
                CASE WHEN c.reverses IS NULL THEN ABS(c.balance_effect) ELSE -ABS(c.balance_effect) END
            FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.item_id IN (<items>) AND c.effective_on <= :day AND b.known_at <= :knownAt""";

    private static final String STARTS = "SELECT d.item_id, d.currency, d.open_at_start AS amount FROM document d"
            + " WHERE d.item_id IN (<items>)";

    private static final int ITEMS_AT_ONCE = 500;

    private final Handle handle;
    private final AsOf asOf;

    StandingPast(Handle handle, AsOf asOf) {
        this.handle = handle;
        this.asOf = asOf;
    }

    AccountPast read(List<PaymentPromise> promises, List<InstalmentPlan> plans) {
        if (promises.isEmpty() && plans.isEmpty()) {
            return AccountPast.NOTHING;
        }
        List<AccountPast.Cash> cash = promises.isEmpty() ? List.of() : cash(promises.stream().map(PaymentPromise::madeOn)
                .min(LocalDate::compareTo).orElseThrow());
        List<Long> items = Stream.concat(promises.stream().map(PaymentPromise::parts), plans.stream().map(InstalmentPlan::parts))
                .flatMap(List::stream).map(Part::itemId).distinct().sorted().toList();
        Map<Long, AccountPast.Item> pasts = new HashMap<>();
        for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
            pasts.putAll(items(items.subList(from, Math.min(items.size(), from + ITEMS_AT_ONCE))));
        }
        return new AccountPast(cash, pasts);
    }

    private List<AccountPast.Cash> cash(LocalDate since) {
        List<AccountPast.Cash> cash = new ArrayList<>(StandingReader.bind(handle.createQuery(PAID), asOf)
                .bind("since", since)
                .map((row, context) -> new AccountPast.Cash(day(row), row.getLong("item_id"), money(row))).list());
        OpenAsOf.receipts(handle, asOf).getOrDefault(asOf.customer(), List.of()).stream()
                .filter(receipt -> receipt.unapplied().isPositive())
                .filter(receipt -> !receipt.bookedOn().isBefore(since))
                .forEach(receipt -> cash.add(new AccountPast.Cash(receipt.bookedOn(), 0, receipt.unapplied())));
        return cash;
    }

    private Map<Long, AccountPast.Item> items(List<Long> ids) {
        Map<Long, List<AccountPast.Settled>> settled = new HashMap<>();
        LedgerRead.forEach(StandingReader.bind(handle.createQuery(SETTLED), asOf).bindList("items", ids), row ->
                settled.computeIfAbsent(row.getLong("item_id"), any -> new ArrayList<>())
                        .add(new AccountPast.Settled(day(row), money(row))));
        Map<Long, AccountPast.Item> items = new HashMap<>();
        LedgerRead.forEach(StandingReader.bind(handle.createQuery(STARTS), asOf).bindList("items", ids), row ->
                items.put(row.getLong("item_id"), new AccountPast.Item(money(row),
                        settled.getOrDefault(row.getLong("item_id"), List.of()))));
        return items;
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("counts_on", LocalDate.class);
    }

    private static Money money(ResultSet row) throws SQLException {
        return Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal("amount"));
    }
}
