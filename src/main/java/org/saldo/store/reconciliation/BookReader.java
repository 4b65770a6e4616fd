package org.saldo.store.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Payer;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.ReferenceScanner;
import org.saldo.store.DiscountOffers;
import org.saldo.store.InList;
import org.saldo.store.NetAmount;
import org.saldo.store.intake.DocumentRows;

/**
 * Reads the items of one company that receipts may settle into an {@link ItemBook}: all there are, before many receipts,
 * or those that a few receipts may name and their payers' open items. Published rows of customers that are known only.
 */
public final class BookReader {

    private static final int READ_AT_ONCE = 5000;
    public static final String ITEM = """
            d.item_id, d.document_number, d.instalment, d.customer_id, d.document_type, d.issue_date, d.due_date, d.currency,
            d.amount, o.open_amount, d.discount_percent, d.discount_until, d.company,
            d.tax_breakdown, d.retention_amount
            """;
    /** The column behind those of {@link #ITEM}. */
    public static final int NEXT = 16;
    private static final String ALL = "SELECT " + ITEM + """
            FROM document d
            JOIN batch b ON b.batch_id = d.batch_id
            LEFT JOIN open_item o ON o.item_id = d.item_id
            WHERE b.known_at IS NOT NULL AND d.item_id > ? ORDER BY d.item_id LIMIT ?""";
    private static final String ALL_NAMES = """
            SELECT f.reference_id, f.item_id, f.reference_key, f.kind FROM document_reference f
            WHERE f.reference_id > ? ORDER BY f.reference_id LIMIT ?""";
    private static final String BY_NUMBER = "SELECT " + ITEM + """
            , d.number_key FROM document d
            JOIN batch b ON b.batch_id = d.batch_id
            LEFT JOIN open_item o ON o.item_id = d.item_id
            WHERE b.known_at IS NOT NULL AND d.number_key IN (<keys>)""";
    private static final String BY_NAME = "SELECT " + ITEM + """
            , f.reference_key, f.kind FROM document_reference f
            JOIN document d ON d.item_id = f.item_id
            JOIN batch b ON b.batch_id = d.batch_id
            LEFT JOIN open_item o ON o.item_id = d.item_id
            WHERE b.known_at IS NOT NULL AND f.reference_key IN (<keys>)""";
    private static final String BY_ID = "SELECT " + ITEM + """
            FROM document d LEFT JOIN open_item o ON o.item_id = d.item_id WHERE d.item_id IN (<keys>)""";
    private static final String OPEN_OF = "SELECT " + ITEM + """
            FROM open_item o
            JOIN batch b ON b.batch_id = o.batch_id
            JOIN document d ON d.item_id = o.item_id
            WHERE b.known_at IS NOT NULL AND o.company = ? AND o.customer_id = ?""";

    private final Connection connection;
    private final String company;
    private final PayerDirectory directory;
    private final Map<LocalDate, LocalDate> days = new HashMap<>();
    private final Map<String, String> customers = new HashMap<>();
    private final Map<Long, CashDiscount> offers;
    private boolean hasAll;

    public BookReader(Handle handle, String company, PayerDirectory directory) {
        this.connection = handle.getConnection();
        this.offers = DiscountOffers.of(handle, company);
        this.company = company;
        this.directory = directory;
    }

    /** Every item of the company. */
    void readAll(ItemBook book) {
        hasAll = true;
        InList.pages(connection, ALL, READ_AT_ONCE, row -> addIfOurs(book, row));
        InList.pages(connection, ALL_NAMES, READ_AT_ONCE, row -> {
            if (book.item(row.getLong(2)) != null) {
                name(book, row.getString(3), row.getLong(2), row.getString(4));
            }
        });
    }

    /** The items that the receipts may name, with their payers' open items. */
    void readFor(ItemBook book, Collection<Receipt> receipts, MatchingPolicy policy, Collection<Advice> advices) {
        ReferenceScanner scanner = new ReferenceScanner(policy);
        Map<Receipt, List<String>> keysOf = new HashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Receipt receipt : receipts) {
            List<String> found = Matcher.keysIn(receipt, scanner);
            keysOf.put(receipt, found);
            keys.addAll(found);
        }
        advices.forEach(advice -> advice.lines().forEach(line -> keys.add(line.key())));
        Map<String, Set<String>> customersOfKey = new HashMap<>();
        for (String sql : List.of(BY_NUMBER, BY_NAME)) {
            InList.query(connection, sql, keys, row -> {
                Optional<Item> item = addIfOurs(book, row);
                if (item.isPresent()) {
                    customersOfKey.computeIfAbsent(row.getString(NEXT), any -> new HashSet<>(2)).add(item.get().customer());
                    name(book, row.getString(NEXT), item.get().id(), sql.equals(BY_NAME) ? row.getString(NEXT + 1) : "");
                }
            });
        }
        Set<String> payers = new LinkedHashSet<>();
        for (Receipt receipt : receipts) {
            Payer payer = directory.identify(receipt);
            payer.customer().or(payer::onlyHint).ifPresent(payers::add);
            payer.otherwise().flatMap(Payer::customer).ifPresent(payers::add);
            payers.addAll(directory.named(keysOf.get(receipt)));
            keysOf.get(receipt).forEach(key -> customersOfKey.getOrDefault(key, Set.of()).stream().filter(payer::mayBe)
                    .forEach(payers::add));
        }
        readOpenOf(book, payers);
        book.elsewhere().asksWhenIssued(this::issued);
    }

    /** When the documents of these numbers were issued, those of customers that are not known left out. */
    private Map<String, LocalDate> issued(List<String> numbers) {
        Map<String, LocalDate> found = new HashMap<>();
        for (String sql : List.of(BY_NUMBER, BY_NAME)) {
            InList.query(connection, sql, numbers, row -> {
                if (row.getString(13).equals(company) && directory.knows(row.getString(4))
                        && !row.getString(sql.equals(BY_NAME) ? NEXT + 1 : 4).equals(DocumentRows.PURCHASE_ORDER)) {
                    found.merge(row.getString(NEXT), row.getObject(6, LocalDate.class),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            });
        }
        return found;
    }

    /** Makes an item known under a key of this kind. */
    public static void name(ItemBook book, String key, long item, String kind) {
        if (kind.equals(DocumentRows.PURCHASE_ORDER)) {
            book.order(key, item);
        } else {
            book.name(key, item);
        }
    }

    /** Adds the customers' open items to the book, unless it has every item. */
    void readOpenOf(ItemBook book, Collection<String> payers) {
        if (!hasAll && !payers.isEmpty()) {
            InList.pairs(connection, OPEN_OF, company, payers, row -> addIfOurs(book, row));
        }
    }

    /** Adds items to the book that are not in it yet. */
    void readItems(ItemBook book, Collection<Long> ids) {
        List<Long> missing = ids.stream().filter(id -> book.item(id) == null).toList();
        InList.query(connection, BY_ID, missing, row -> book.add(item(row)));
    }

    private Optional<Item> addIfOurs(ItemBook book, ResultSet row) throws SQLException {
        if (!row.getString(13).equals(company) || !directory.knows(row.getString(4))) {
            return Optional.empty();
        }
        Item item = item(row);
        book.add(item);
        return Optional.of(item);
    }

    /** An item from the columns {@link #ITEM}. */
    public Item item(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(8));
        Money amount = Money.of(currency, row.getBigDecimal(9));
        BigDecimal open = row.getBigDecimal(10);
        BigDecimal percent = row.getBigDecimal(11);
        LocalDate until = row.getObject(12, LocalDate.class);
        return new Item(row.getLong(1), row.getString(2), row.getInt(3), customers.computeIfAbsent(row.getString(4), any -> any),
                row.getString(5).equals("CREDIT_NOTE"), day(row.getObject(6, LocalDate.class)),
                day(row.getObject(7, LocalDate.class)), percent == null || until == null
                        ? Optional.ofNullable(offers.get(row.getLong(1))) : Optional.of(new CashDiscount(percent, day(until))),
                amount, openOf(amount, open), NetAmount.minorUnits(row.getString(14), amount),
                minorUnits(currency, row.getBigDecimal(15)));
    }

    private static long minorUnits(Currency currency, BigDecimal amount) {
        return amount == null ? 0 : Money.of(currency, amount).minorUnits();
    }

    private static Money openOf(Money amount, BigDecimal open) {
        if (open == null) {
            return Money.zero(amount.currency());
        }
        Money now = Money.of(amount.currency(), open);
        return now.equals(amount) ? amount : now;
    }

    private LocalDate day(LocalDate day) {
        return days.computeIfAbsent(day, any -> any);
    }

    /** By customer, the company's remittance advices for payments since {@code from}, the items still to be found. */
    Map<String, List<Advice>> advices(LocalDate from) {
        AdviceLines lines = new AdviceLines();
        AdviceLines.readSince(connection, company, from, lines::add);
        return lines.advices();
    }
}
