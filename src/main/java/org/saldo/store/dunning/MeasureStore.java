package org.saldo.store.dunning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.saldo.dunning.measure.AgedDebt;
import org.saldo.dunning.measure.Notice;
import org.saldo.dunning.measure.PromisesKept;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;
import org.saldo.store.exclusion.StandingStore;

/** What the effect of reminders is measured by, as of the end of a day, by what is known now. */
public final class MeasureStore {

    private static final String TOLD = """
            SELECT r.customer_id, i.item_id, i.dunning_level, r.reminded_on AS on_day,
                i.open_amount - i.excluded_amount AS asked, b.known_at
            FROM reminder_item i JOIN reminder r ON r.reminder_id = i.reminder_id JOIN batch b ON b.batch_id = r.batch_id
            LEFT JOIN mail m ON m.business_key = r.business_key
            WHERE i.reminder_item_id > :after AND i.reminder_item_id <= :last AND r.company = :company
                AND b.known_at <= :knownAt AND r.reminded_on >= :since AND r.reminded_on <= :day
                AND (m.state IS NULL OR m.state NOT IN ('FAILED', 'BOUNCED', 'CANCELLED'))
                AND NOT EXISTS (SELECT 1 FROM reminder_withdrawal w JOIN batch wb ON wb.batch_id = w.batch_id
                    WHERE w.reminder_id = r.reminder_id AND wb.known_at <= :knownAt)
                AND NOT EXISTS (SELECT 1 FROM reminder_item e JOIN reminder er ON er.reminder_id = e.reminder_id
                    JOIN batch eb ON eb.batch_id = er.batch_id LEFT JOIN mail em ON em.business_key = er.business_key
                    WHERE e.item_id = i.item_id AND e.dunning_level >= i.dunning_level AND eb.known_at < b.known_at
                    AND (em.state IS NULL OR em.state NOT IN ('FAILED', 'BOUNCED', 'CANCELLED'))
                    AND NOT EXISTS (SELECT 1 FROM reminder_withdrawal ew JOIN batch ewb ON ewb.batch_id = ew.batch_id
                        WHERE ew.reminder_id = er.reminder_id AND ewb.known_at <= :knownAt))""";

    private static final String HELD_OUT = """
            SELECT h.customer_id, h.item_id, h.dunning_level, h.held_on AS on_day, h.asked_amount AS asked, b.known_at
            FROM held_out_item h JOIN batch b ON b.batch_id = h.batch_id
            WHERE h.held_id > :after AND h.held_id <= :last AND h.company = :company AND b.known_at <= :knownAt
                AND h.held_on >= :since AND h.held_on <= :day""";

    /** What a customer paid or lawfully kept back in paying. */
    private static final String PAID = """
            SELECT a.item_id, a.effective_on, a.amount, b.known_at FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.item_id IN (<items>) AND b.known_at <= :knownAt AND a.effective_on <= :day
                AND a.kind IN ('PAYMENT', 'CASH_DISCOUNT', 'BANK_CHARGE', 'WITHHOLDING_TAX', 'FX_DIFFERENCE')
            ORDER BY a.effective_on, a.allocation_id""";

    private static final String DEBTS = """
            SELECT d.item_id, d.currency, d.open_at_start, COALESCE((SELECT MAX(a.new_value) FROM amendment a
                WHERE a.amendment_id = (SELECT MAX(l.amendment_id) FROM amendment l JOIN batch lb ON lb.batch_id = l.batch_id
                    WHERE l.item_id = d.item_id AND l.field = 'due_date' AND lb.known_at <= :knownAt)),
                CAST(d.due_date AS VARCHAR(10))) AS due
            FROM document d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.item_id > :after AND d.item_id <= :last AND d.company = :company AND b.known_at <= :knownAt
                AND d.document_type <> 'CREDIT_NOTE' AND d.open_at_start > 0 AND d.issue_date <= :day""";

    private static final String SETTLED = """
            SELECT a.item_id, a.currency, a.effective_on, a.amount, CASE WHEN a.kind = 'PAYMENT' THEN 1 ELSE 0 END AS cash
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.item_id IN (<items>) AND b.known_at <= :knownAt
            UNION ALL
            SELECT c.item_id, c.currency, c.effective_on,
                CASE WHEN c.reverses IS NULL THEN ABS(c.balance_effect) ELSE -ABS(c.balance_effect) END, 0
            FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.item_id IN (<items>) AND b.known_at <= :knownAt""";

    private static final int ITEMS_AT_ONCE = 500;

    private final Ledger ledger;

    public MeasureStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is looked at: the company, from a day to another. */
    public record Period(String company, LocalDate from, LocalDate asOf) {
    }

    /** Every item at every level that its customer was told of, or held out from, in the period. */
    public void forEachNotice(Period period, Consumer<Notice> action) {
        reading(period, read -> {
            read.ranges(Table.REMINDER_ITEM, range -> notices(read, period, TOLD, range, Notice.Group.TOLD, action));
            read.ranges(Table.HELD_OUT_ITEM, range -> notices(read, period, HELD_OUT, range, Notice.Group.HELD_OUT, action));
        });
    }

    /** Every invoice that fell due in the period. */
    public void forEachDebt(Period period, Consumer<AgedDebt> action) {
        reading(period, read -> read.ranges(Table.DOCUMENT, range -> debts(read, period, range, action)));
    }

    /** The promises that came to an end in the period. */
    public PromisesKept promises(Period period) {
        int[] counts = new int[3];
        new StandingStore(ledger).forEach(period.company(), period.asOf(), (customer, standing) -> standing.promises().stream()
                .filter(each -> !each.promise().until().isBefore(period.from()) && each.promise().until().isBefore(period.asOf()))
                .forEach(each -> {
                    switch (each.state()) {
                        case KEPT -> counts[0]++;
                        case PARTLY_KEPT -> counts[1]++;
                        case BROKEN -> counts[2]++;
                        case OPEN, CANCELLED -> { }
                    }
                }));
        return new PromisesKept(counts[0], counts[1], counts[2]);
    }

    private void reading(Period period, Consumer<LedgerRead> reader) {
        ledger.database().jdbi().useTransaction(handle ->
                reader.accept(new LedgerRead(handle, period.asOf(), ledger.knownAt(), period.company())));
    }

    private record Asked(CustomerId customer, long item, int level, LocalDate day, BigDecimal amount, Instant knownAt) {
    }

    private record Paid(LocalDate day, BigDecimal amount, Instant knownAt) {
    }

    private static void notices(LedgerRead read, Period period, String sql, LedgerRead.Range range, Notice.Group group,
            Consumer<Notice> action) {
        List<Asked> asked = read.query(sql, range).bind("since", period.from()).map((row, context) -> new Asked(
                new CustomerId(period.company(), row.getString("customer_id")), row.getLong("item_id"),
                row.getInt("dunning_level"), Columns.day(row, "on_day"), row.getBigDecimal("asked"), knownAt(row))).list();
        Map<Long, List<Paid>> paid = new HashMap<>();
        chunks(asked.stream().map(Asked::item).distinct().toList()).forEach(items ->
                LedgerRead.forEach(read.query(PAID).bindList("items", items), row ->
                        paid.computeIfAbsent(row.getLong("item_id"), any -> new ArrayList<>()).add(new Paid(
                                Columns.day(row, "effective_on"), row.getBigDecimal("amount"), knownAt(row)))));
        asked.forEach(each -> action.accept(new Notice(each.customer(), group, each.level(), each.day(),
                paidOn(each, paid.getOrDefault(each.item(), List.of())))));
    }

    /** The day from which on all that was asked was there and stayed, of what was not known when it was asked for. */
    private static Optional<LocalDate> paidOn(Asked asked, List<Paid> byDay) {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<LocalDate> since = Optional.empty();
        for (Paid paid : byDay) {
            if (paid.knownAt().isAfter(asked.knownAt())) {
                sum = sum.add(paid.amount());
                boolean enough = sum.compareTo(asked.amount()) >= 0;
                since = !enough ? Optional.empty() : since.isPresent() ? since : Optional.of(paid.day());
            }
        }
        return since;
    }

    private static void debts(LedgerRead read, Period period, LedgerRead.Range range, Consumer<AgedDebt> action) {
        Map<Long, LocalDate> due = new HashMap<>();
        Map<Long, Money> open = new HashMap<>();
        LedgerRead.forEach(read.query(DEBTS, range), row -> {
            LocalDate day = LocalDate.parse(row.getString("due").substring(0, 10));
            if (!day.isBefore(period.from()) && !day.isAfter(period.asOf())) {
                due.put(row.getLong("item_id"), day);
                open.put(row.getLong("item_id"), Columns.money(row, "open_at_start"));
            }
        });
        Map<Long, List<AgedDebt.Settled>> settled = new HashMap<>();
        chunks(due.keySet().stream().sorted().toList()).forEach(items ->
                LedgerRead.forEach(read.query(SETTLED).bindList("items", items), row ->
                        settled.computeIfAbsent(row.getLong("item_id"), any -> new ArrayList<>()).add(new AgedDebt.Settled(
                                Columns.day(row, "effective_on"), Columns.money(row, "amount"),
                                row.getInt("cash") == 1))));
        due.forEach((item, day) -> action.accept(new AgedDebt(day, open.get(item), settled.getOrDefault(item, List.of()))));
    }

    private static List<List<Long>> chunks(List<Long> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + ITEMS_AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + ITEMS_AT_ONCE))).toList();
    }

    private static Instant knownAt(ResultSet row) throws SQLException {
        return row.getObject("known_at", OffsetDateTime.class).toInstant();
    }
}
