package org.saldo.store.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.PreviousStatement;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPeriod;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.CustomerColumns;
import org.saldo.store.CustomerRange;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/** The statements that were made, with their bytes, and the customers for whom they are made. */
public final class StatementStore {

    public static final String COLUMNS = """
            SELECT s.statement_id, s.company, s.customer_id, s.currency, s.first_day, s.cut_off, s.version, s.as_known_at,
                   s.opening_balance, s.closing_balance, s.open_items, s.unapplied, s.pdf_sha256, s.aging_limits
            FROM statement s JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
            """;

    /** Oldest month and version first. */
    public static final Comparator<StatementRow> ORDER = Comparator.comparing((StatementRow row) -> row.key().month())
            .thenComparing(row -> row.key().version());

    private final Database database;

    public StatementStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** The next customers of a company in the order of their numbers, each as its latest version says. */
    public List<Customer> customersAfter(String company, String number, int limit) {
        return database.jdbi().withHandle(handle -> {
            List<Customer> found = new ArrayList<>();
            List<String> rows = numbersAfter(handle, company, number, limit);
            String after = number;
            while (!rows.isEmpty()) {
                String last = rows.get(rows.size() - 1);
                found.addAll(latest(handle, company, after, last));
                after = last;
                rows = found.size() < limit ? numbersAfter(handle, company, after, limit - found.size()) : List.of();
            }
            return found;
        });
    }

    // A database that groups reads all that there are, however few of the groups are wanted; so does HSQLDB that joins them.
    /** The next numbers, one that has several versions as often. */
    private static List<String> numbersAfter(Handle handle, String company, String number, int limit) {
        return handle.createQuery("""
                        SELECT c.customer_id FROM customer c WHERE c.company = :company AND c.customer_id > :number
                        ORDER BY c.company, c.customer_id LIMIT :limit""")
                .bind("company", company).bind("number", number).bind("limit", limit).mapTo(String.class).list();
    }

    private static Collection<Customer> latest(Handle handle, String company, String after, String last) {
        Map<String, Customer> latest = new LinkedHashMap<>();
        handle.createQuery(CustomerColumns.SELECT + """
                        JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
                        WHERE c.company = :company AND c.customer_id > :after AND c.customer_id <= :last
                        ORDER BY c.customer_id, c.row_id""")
                .bind("company", company).bind("after", after).bind("last", last)
                .map((row, context) -> CustomerColumns.read(row)).forEach(each -> latest.put(each.id().number(), each));
        return latest.values();
    }

    public Optional<Customer> customer(CustomerId id) {
        return database.jdbi().withHandle(handle -> CustomerColumns.latest(handle, id));
    }

    /** The customer's statements up to and with {@code month}, in all currencies, oldest month and version first. */
    public List<StatementRow> upTo(CustomerId customer, YearMonth month) {
        return rows(customer).stream().filter(row -> !row.key().month().isAfter(month)).toList();
    }

    /**
     * All statements of many customers, by number, oldest month and version first.
     *
     * @param numbers in the database's own order, such as a page of customers comes in
     */
    public Map<String, List<StatementRow>> of(String company, List<String> numbers) {
        return database.jdbi().withHandle(handle -> rows(CustomerRange.of(company, numbers).bind(handle.createQuery(COLUMNS + """
                        WHERE s.company = :company AND s.customer_id BETWEEN :first AND :last""")))).stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(row -> row.key().customer().number()));
    }

    /** The months after {@code month} of which the customer has a statement, in any currency, oldest first. */
    public SortedSet<YearMonth> monthsAfter(CustomerId customer, YearMonth month) {
        return new TreeSet<>(rows(customer).stream().map(row -> row.key().month()).filter(each -> each.isAfter(month)).toList());
    }

    /** The months after that of a statement of which the customer has one in its currency, oldest first. */
    public SortedSet<YearMonth> monthsAfter(StatementKey statement) {
        return new TreeSet<>(rows(statement.customer()).stream().map(StatementRow::key)
                .filter(key -> key.currency().equals(statement.currency()))
                .map(StatementKey::month).filter(each -> each.isAfter(statement.month())).toList());
    }

    private List<StatementRow> rows(CustomerId customer) {
        return of(customer.company(), List.of(customer.number())).getOrDefault(customer.number(), List.of());
    }

    /** The statement that {@code key} continues: the last one, in its last version, of an earlier month. */
    public static Optional<PreviousStatement> previous(List<StatementRow> upTo, StatementKey key) {
        return upTo.stream().filter(row -> row.key().currency().equals(key.currency()))
                .filter(row -> row.key().month().isBefore(key.month()))
                .reduce((earlier, later) -> later).map(StatementRow::asPrevious);
    }

    /** The statement that one as of {@code day} goes on from: the last one, in its last version, that ended before it. */
    public static Optional<PreviousStatement> before(List<StatementRow> rows, Currency currency, LocalDate day) {
        return rows.stream().filter(row -> row.key().currency().equals(currency) && row.key().cutOff().isBefore(day))
                .reduce((earlier, later) -> later).map(StatementRow::asPrevious);
    }

    /** Writes the statement, keeps its bytes and adds it to the register; returns its id. Its key is taken once, for ever. */
    public long save(Batch batch, IssuedStatement issued) {
        return saveAll(batch, List.of(issued)).get(0);
    }

    /** Like {@link #save} for many statements of one company, at least one; returns their ids, in their order. */
    public List<Long> saveAll(Batch batch, List<IssuedStatement> statements) {
        Map<String, byte[]> contents = new HashMap<>();
        SortedMap<Long, IssuedStatement> byId = new TreeMap<>();
        for (IssuedStatement issued : statements) {
            contents.put(issued.pdfSha256(), issued.pdf());
            byId.put(add(batch, issued), issued);
        }
        Contents.putAll(batch, contents);
        StatementRegister.add(batch, statements.get(0).statement().key().customer().company(), byId);
        return List.copyOf(byId.keySet());
    }

    private static long add(Batch batch, IssuedStatement issued) {
        StatementOfAccount statement = issued.statement();
        StatementKey key = statement.key();
        return batch.add(Table.STATEMENT, key.customer().company(), key.customer().number(), key.currency().getCurrencyCode(),
                key.month().toString(), key.version(), key.number(), key.firstDay(), key.cutOff(), statement.asKnownAt(),
                statement.opening().toDecimal(), statement.closing().toDecimal(),
                statement.proof().openItems().toDecimal(), statement.proof().unapplied().toDecimal(),
                issued.pdfSha256(), statement.aging().buckets().limits());
    }

    // Found without the index on the company: HSQLDB would read and sort all that begin with it for each page.
    /** The month's statements of a company after {@code id}, every version, in the order in which they were made. */
    public List<StatementRow> made(String company, YearMonth month, long id, int limit) {
        return database.jdbi().withHandle(handle -> rows(handle.createQuery(COLUMNS + """
                        WHERE s.company || '' = :company AND s.statement_month = :month AND s.statement_id > :id
                        ORDER BY s.statement_id LIMIT :limit""")
                .bind("company", company).bind("month", month.toString()).bind("id", id).bind("limit", limit)));
    }

    /** The id of the month's latest statement of a company, of any version; 0 when there is none. */
    public long lastId(String company, YearMonth month) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(s.statement_id), 0)
                        FROM statement s JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
                        WHERE s.company = :company AND s.statement_month = :month""")
                .bind("company", company).bind("month", month.toString()).mapTo(Long.class).one());
    }

    /** The hash of the bytes of a statement before they were sealed; that of its bytes where there is no seal. */
    public String unsealedSha256(StatementRow row) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT unsealed_sha256 FROM issued_statement WHERE statement_id = :id")
                .bind("id", row.id()).mapTo(String.class).findOne()).filter(hash -> !hash.isEmpty()).orElse(row.pdfSha256());
    }

    /** To whom the mail with this business key was written; empty when there is none. */
    public String recipients(String businessKey) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT recipients FROM mail WHERE business_key = :key")
                .bind("key", businessKey).mapTo(String.class).findOne().orElse(""));
    }

    /** Whether a mail with this business key was ever written. */
    public boolean isMailed(String businessKey) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM mail WHERE business_key = :key")
                .bind("key", businessKey).mapTo(Long.class).one()) > 0;
    }

    /** @throws StoreException when the bytes are not there */
    public byte[] pdf(StatementRow row) {
        return database.jdbi().withHandle(handle -> Contents.get(handle, row.pdfSha256()));
    }

    public static List<StatementRow> rows(Query query) {
        return query.map((row, context) -> row(row)).list();
    }

    private static StatementRow row(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(4));
        StatementPeriod period = new StatementPeriod(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class));
        StatementKey key = new StatementKey(new CustomerId(row.getString(2), row.getString(3)), currency, period,
                row.getInt(7));
        return new StatementRow(row.getLong(1), key, row.getObject(8, OffsetDateTime.class).toInstant(),
                Money.of(currency, row.getBigDecimal(9)), Money.of(currency, row.getBigDecimal(10)),
                Money.of(currency, row.getBigDecimal(11)), Money.of(currency, row.getBigDecimal(12)), row.getString(13),
                AgingBuckets.parse(row.getString(14)));
    }
}
