package org.saldo.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.money.Money;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.PayerDirectory;

/** What a page of receipts needs to know of the ledger, read in the page's transaction. Published rows only. */
final class ReconciliationReader implements AutoCloseable {

    private static final String ITEM = """
            d.item_id, d.document_number, d.instalment, d.customer_id, d.document_type, d.issue_date, d.currency, d.amount,
            o.open_amount, d.company
            """;
    private static final String BY_NUMBER = "SELECT " + ITEM + """
            , d.number_key FROM document d
            JOIN batch b ON b.batch_id = d.batch_id
            LEFT JOIN open_item o ON o.item_id = d.item_id
            WHERE b.known_at IS NOT NULL AND d.number_key IN (<keys>)""";
    private static final String BY_REFERENCE = "SELECT " + ITEM + """
            , f.reference_key FROM document_reference f
            JOIN document d ON d.item_id = f.item_id
            JOIN batch b ON b.batch_id = d.batch_id
            LEFT JOIN open_item o ON o.item_id = d.item_id
            WHERE b.known_at IS NOT NULL AND f.reference_key IN (<keys>)""";
    private static final String BY_ID = "SELECT " + ITEM + """
            FROM document d LEFT JOIN open_item o ON o.item_id = d.item_id WHERE d.item_id IN (<keys>)""";
    private static final String OF_CUSTOMER = "SELECT " + ITEM + """
            FROM open_item o
            JOIN batch b ON b.batch_id = o.batch_id
            JOIN document d ON d.item_id = o.item_id
            WHERE o.company = ? AND o.customer_id = ? AND b.known_at IS NOT NULL LIMIT ?""";
    private static final String ADVICES = """
            SELECT l.advice_id, l.payment_date, l.document_number, l.currency, l.amount
            FROM remittance_line l JOIN batch b ON b.batch_id = l.batch_id
            WHERE l.company = ? AND l.customer_id = ? AND l.payment_date BETWEEN ? AND ? AND b.known_at IS NOT NULL
            ORDER BY l.advice_id, l.document_number, l.occurrence""";

    private final Connection connection;
    private final String company;
    private final PayerDirectory directory;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    ReconciliationReader(Handle handle, String company, PayerDirectory directory) {
        this.connection = handle.getConnection();
        this.company = company;
        this.directory = directory;
    }

    Map<Long, ReceiptRow> receipts(Collection<Long> ids) {
        Map<Long, ReceiptRow> found = new HashMap<>();
        InList.query(connection, ReceiptRow.SELECT, ids, row -> found.put(row.getLong(1), ReceiptRow.read(row)));
        return found;
    }

    /** The items under each key, of customers that are known; keys of no document are left out. */
    Map<String, List<Item>> itemsByKey(Collection<String> keys) {
        Map<String, Map<Long, Item>> found = new HashMap<>();
        InList.RowReader reader = row -> {
            Item item = item(row);
            if (row.getString(10).equals(company) && directory.knows(item.customer())) {
                found.computeIfAbsent(row.getString(11), any -> new LinkedHashMap<>()).put(item.id(), item);
            }
        };
        InList.query(connection, BY_NUMBER, keys, reader);
        InList.query(connection, BY_REFERENCE, keys, reader);
        Map<String, List<Item>> items = new HashMap<>();
        found.forEach((key, byId) -> items.put(key, List.copyOf(byId.values())));
        return items;
    }

    Map<Long, Item> itemsById(Collection<Long> ids) {
        Map<Long, Item> found = new HashMap<>();
        InList.query(connection, BY_ID, ids, row -> {
            Item item = item(row);
            found.put(item.id(), item);
        });
        return found;
    }

    /** Open items of one customer, in no order; at most {@code most}. */
    List<Item> openItems(String customer, int most) {
        List<Item> items = new ArrayList<>();
        query(OF_CUSTOMER, row -> items.add(item(row)), company, customer, most);
        return items;
    }

    /** The customer's remittance advices for the days given, with a line a document, the items still to be found. */
    List<Advice> advices(String customer, LocalDate from, LocalDate to) {
        Map<String, List<Advice.Line>> lines = new LinkedHashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        query(ADVICES, row -> {
            lines.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                    .add(new Advice.Line(row.getString(3), money(row.getString(4), row.getBigDecimal(5)), List.of()));
            days.put(row.getString(1), row.getObject(2, LocalDate.class));
        }, company, customer, from, to);
        return lines.entrySet().stream()
                .map(entry -> new Advice(entry.getKey(), days.get(entry.getKey()), entry.getValue())).toList();
    }

    private void query(String sql, InList.RowReader reader, Object... values) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the ledger: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        prepared.values().forEach(statement -> {
            try {
                statement.close();
            } catch (SQLException failure) {
                throw new StoreException("closing a statement: " + failure.getMessage(), failure);
            }
        });
    }

    private static Item item(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(7));
        BigDecimal open = row.getBigDecimal(9);
        return new Item(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4),
                row.getString(5).equals("CREDIT_NOTE"), row.getObject(6, LocalDate.class),
                Money.of(currency, row.getBigDecimal(8)),
                Optional.ofNullable(open).map(amount -> Money.of(currency, amount)).orElse(Money.zero(currency)));
    }

    private static Money money(String currency, BigDecimal amount) {
        return Money.of(Currency.getInstance(currency), amount);
    }
}
