package org.saldo.store.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.saldo.money.Money;
import org.saldo.reconciliation.Advice;
import org.saldo.store.InList;

/** Lines of remittance advices, put together to the advices of each customer. */
public final class AdviceLines {

    private static final int READ_AT_ONCE = 5000;

    /** One published line; what it names is still to be found. */
    public record Row(String customer, String advice, LocalDate paymentDate, Advice.Line line, Instant knownAt) {
    }

    private record Key(String customer, String advice) {
    }

    private final Map<Key, List<Advice.Line>> lines = new LinkedHashMap<>();
    private final Map<Key, LocalDate> paid = new HashMap<>();

    /** Every published line of the company, in the order in which they came in. */
    public static void read(Connection connection, String company, Consumer<Row> each) {
        read(connection, company, "", each);
    }

    /** Those of them for payments since {@code from}. */
    static void readSince(Connection connection, String company, LocalDate from, Consumer<Row> each) {
        read(connection, company, "AND l.payment_date >= DATE '" + from + "'", each);
    }

    private static void read(Connection connection, String company, String condition, Consumer<Row> each) {
        InList.pages(connection, """
                SELECT l.line_id, l.customer_id, l.advice_id, l.payment_date, l.document_number, l.currency, l.amount,
                    l.company, b.known_at, l.deduction_amount, l.deduction_reason
                FROM remittance_line l JOIN batch b ON b.batch_id = l.batch_id
                WHERE b.known_at IS NOT NULL AND l.line_id > ? %s ORDER BY l.line_id LIMIT ?""".formatted(condition),
                READ_AT_ONCE, row -> {
                if (row.getString(8).equals(company)) {
                    each.accept(new Row(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
                            line(row), row.getObject(9, OffsetDateTime.class).toInstant()));
                }
            });
    }

    private static Advice.Line line(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(6));
        BigDecimal deducted = row.getBigDecimal(10);
        return new Advice.Line(row.getString(5), Money.of(currency, row.getBigDecimal(7)), deducted == null ? Optional.empty()
                : Optional.of(new Advice.Deduction(Money.of(currency, deducted), row.getString(11))), List.of());
    }

    public void add(Row row) {
        Key key = new Key(row.customer, row.advice);
        lines.computeIfAbsent(key, any -> new ArrayList<>()).add(row.line);
        paid.put(key, row.paymentDate);
    }

    /** By customer, in the order of the advices' ids. */
    public Map<String, List<Advice>> advices() {
        Map<String, List<Advice>> found = new HashMap<>();
        lines.forEach((key, some) -> found.computeIfAbsent(key.customer, any -> new ArrayList<>())
                .add(new Advice(key.advice, paid.get(key), some)));
        found.values().forEach(some -> some.sort(Comparator.comparing(Advice::id)));
        return found;
    }
}
