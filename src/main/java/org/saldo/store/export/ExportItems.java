package org.saldo.store.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.saldo.delivery.export.ItemStatus;
import org.saldo.ledger.ItemMark;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;
import org.saldo.store.exclusion.StandingCustomers;
import org.saldo.store.exclusion.StandingReader;

/** What was open at the end of a day, computed from documents, allocations and cancellations alone. */
final class ExportItems {

    /** An open item; amounts are negative for a credit note where {@code open} says so. */
    record Line(long id, String company, String number, int instalment, String type, String customer, Money amount,
            Money open, LocalDate issueDate, LocalDate dueDate, long daysOverdue, ItemStatus status) {
    }

    private static final String DOCUMENTS = """
            SELECT d.*, CASE WHEN EXISTS (SELECT 1 FROM customer c JOIN batch cb ON cb.batch_id = c.batch_id
                    WHERE c.company = d.company AND c.customer_id = d.customer_id AND cb.known_at <= :knownAt)
                THEN 0 ELSE 1 END AS waiting
            FROM document d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.item_id > :after AND d.item_id <= :last AND d.issue_date <= :day AND b.known_at <= :knownAt
            AND (:company = '' OR d.company = :company) ORDER BY d.item_id""";

    private static final String SETTLED = """
            SELECT a.item_id, SUM(a.amount) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.item_id > :after AND a.item_id <= :last AND a.effective_on <= :day AND b.known_at <= :knownAt
            GROUP BY a.item_id""";

    private static final String NETTED = """
            SELECT a.counter_item_id, SUM(a.amount) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.counter_item_id > :after AND a.counter_item_id <= :last AND a.kind = 'CREDIT_NOTE'
            AND a.effective_on <= :day AND b.known_at <= :knownAt GROUP BY a.counter_item_id""";

    private static final String CANCELLED = """
            SELECT c.item_id, SUM(CASE WHEN c.reverses IS NULL THEN ABS(c.balance_effect) ELSE -ABS(c.balance_effect) END)
            FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.item_id > :after AND c.item_id <= :last AND c.effective_on <= :day AND b.known_at <= :knownAt
            GROUP BY c.item_id""";

    private static final String DUE_DATES = """
            SELECT m.item_id, m.new_value FROM amendment m JOIN batch b ON b.batch_id = m.batch_id
            WHERE m.item_id > :after AND m.item_id <= :last AND m.field = 'due_date' AND m.effective_on <= :day
            AND b.known_at <= :knownAt ORDER BY m.amendment_id""";

    private static final String BLOCKS = """
            SELECT k.company, k.customer_id, k.item_id FROM block k JOIN batch b ON b.batch_id = k.batch_id
            WHERE b.known_at <= :knownAt AND k.reverses IS NULL AND k.from_day <= :day
            AND (k.until_day IS NULL OR k.until_day >= :day)
            AND NOT EXISTS (SELECT 1 FROM block l JOIN batch lb ON lb.batch_id = l.batch_id
                WHERE l.reverses = k.block_id AND l.from_day <= :day AND lb.known_at <= :knownAt)""";

    private final LedgerRead read;
    private final Set<String> blocked = new HashSet<>();
    private final Map<Long, ItemMark> marks = new HashMap<>();

    ExportItems(LedgerRead read) {
        this.read = read;
    }

    /** Every open item in the order in which documents came in. */
    void forEach(Consumer<Line> action) {
        LedgerRead.forEach(read.query(BLOCKS), row -> blocked.add(blockKey(row.getString("company"),
                row.getString("customer_id"), row.getLong("item_id"))));
        StandingCustomers.of(read.handle(), read.company()).forEach(customer -> marks.putAll(
                StandingReader.read(read.handle(), customer, read.day(), read.knownAt()).marks()));
        read.ranges(Table.DOCUMENT, range -> readRange(range, action));
    }

    private void readRange(LedgerRead.Range range, Consumer<Line> action) {
        Map<Long, BigDecimal> settled = read.addUp(SETTLED, range);
        read.addUp(NETTED, range, settled);
        read.addUp(CANCELLED, range, settled);
        Map<Long, LocalDate> dueDates = new HashMap<>();
        LedgerRead.forEach(read.query(DUE_DATES, range), row ->
                dueDates.put(row.getLong(1), LocalDate.parse(row.getString(2))));
        LedgerRead.forEach(read.query(DOCUMENTS, range), row -> {
            long id = row.getLong("item_id");
            BigDecimal open = row.getBigDecimal("open_at_start").subtract(settled.getOrDefault(id, BigDecimal.ZERO));
            if (open.signum() != 0) {
                action.accept(line(row, open, dueDates.getOrDefault(id, Columns.day(row, "due_date"))));
            }
        });
    }

    private Line line(ResultSet row, BigDecimal open, LocalDate dueDate) throws SQLException {
        boolean credit = row.getString("document_type").equals("CREDIT_NOTE");
        Money left = Money.of(Currency.getInstance(row.getString("currency")), open);
        long overdue = Math.max(0, ChronoUnit.DAYS.between(dueDate, read.day()));
        return new Line(row.getLong("item_id"), row.getString("company"), row.getString("document_number"),
                row.getInt("instalment"), row.getString("document_type"), row.getString("customer_id"),
                Columns.money(row, "amount"), credit ? left.negated() : left, Columns.day(row, "issue_date"), dueDate,
                overdue, status(row, overdue > 0 && !credit));
    }

    private ItemStatus status(ResultSet row, boolean overdue) throws SQLException {
        if (row.getInt("waiting") == 1) {
            return ItemStatus.WAITING;
        }
        String company = row.getString("company");
        boolean stopped = blocked.contains(blockKey(company, null, 0))
                || blocked.contains(blockKey(company, row.getString("customer_id"), 0))
                || blocked.contains(blockKey(company, null, row.getLong("item_id")));
        if (!stopped && marks.containsKey(row.getLong("item_id"))) {
            return ItemStatus.valueOf(marks.get(row.getLong("item_id")).name());
        }
        return stopped ? ItemStatus.BLOCKED : overdue ? ItemStatus.OVERDUE : ItemStatus.OPEN;
    }

    private static String blockKey(String company, String customer, long item) {
        return company + '\0' + (item != 0 || customer == null ? "" : customer) + '\0' + item;
    }
}
