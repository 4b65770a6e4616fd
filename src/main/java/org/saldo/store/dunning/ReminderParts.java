package org.saldo.store.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saldo.delivery.ReminderToken;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.PrintedAccount;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementPeriod;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.CustomerRange;
import org.saldo.store.InList;
import org.saldo.store.Table;
import org.saldo.store.mail.MailState;
import org.saldo.store.statement.AccountReleaseStore;

/** What stands in a reminder beside its figures, read for a page of customers, and what of it is kept with the reminder. */
public final class ReminderParts {

    static final String STATEMENT_KEY = "'STATEMENT/' || s.company || '/' || s.customer_id || '/' || s.currency || '/'"
            + " || s.statement_month || '/' || CAST(s.version AS VARCHAR(10))";

    private static final Set<String> ARRIVED = Set.of(MailState.ACCEPTED.name(), MailState.IN_DOUBT.name());

    private final Batch batch;

    public ReminderParts(Batch batch) {
        this.batch = batch;
    }

    /** A statement that was mailed: what people call it, its cut-off day, and the hash of its PDF. */
    public record Last(String reference, LocalDate cutOff, String pdfSha256) {
    }

    /**
     * The statement that each of these customers was mailed last, by number; one whose mail did not arrive is none.
     *
     * @param numbers in the database's order: what lies between is read with them
     */
    public Map<String, Last> lastStatements(String company, List<String> numbers) {
        Map<String, Last> last = new HashMap<>();
        List<String> others = new ArrayList<>();
        CustomerRange.of(company, numbers).bind(batch.handle().createQuery("""
                        SELECT s.customer_id, s.currency, s.first_day, s.cut_off, s.version, s.pdf_sha256, m.state
                        FROM (SELECT MAX(x.statement_id) AS statement_id FROM statement x
                                JOIN batch b ON b.batch_id = x.batch_id
                                WHERE x.company = :company AND x.customer_id >= :first AND x.customer_id <= :last
                                    AND b.known_at IS NOT NULL GROUP BY x.customer_id) newest
                            JOIN statement s ON s.statement_id = newest.statement_id
                            LEFT JOIN mail m ON m.business_key = %s""".formatted(STATEMENT_KEY)))
                .map((row, context) -> ARRIVED.contains(String.valueOf(row.getString(7)))
                        ? last.put(row.getString(1), last(company, row)) : others.add(row.getString(1))).list();
        InList.pairs(batch.handle().getConnection(), """
                SELECT s.customer_id, s.currency, s.first_day, s.cut_off, s.version, s.pdf_sha256
                FROM statement s JOIN batch b ON b.batch_id = s.batch_id JOIN mail m ON m.business_key = %s
                WHERE s.company = ? AND s.customer_id = ? AND b.known_at IS NOT NULL
                    AND m.state IN ('ACCEPTED', 'IN_DOUBT') ORDER BY s.statement_id DESC LIMIT 1""".formatted(STATEMENT_KEY),
                company, others, row -> last.put(row.getString(1), last(company, row)));
        return last;
    }

    private static Last last(String company, ResultSet row) throws SQLException {
        StatementKey key = new StatementKey(new CustomerId(company, row.getString(1)), Currency.getInstance(row.getString(2)),
                new StatementPeriod(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)), row.getInt(5));
        return new Last(ReplyToken.referenceOf(key), key.cutOff(), row.getString(6));
    }

    /** A file that people keep of a customer's document. */
    public record Kept(String document, String name, String sha256) {
    }

    /** The files of these kinds that are kept of these items' documents, in the items' order; of one name the latest. */
    public List<Kept> files(CustomerId customer, List<Long> items, Set<CustomerFiles.Kind> kinds) {
        if (items.isEmpty() || kinds.isEmpty()) {
            return List.of();
        }
        Map<Long, String> numbers = new HashMap<>();
        batch.handle().createQuery("SELECT item_id, document_number FROM document WHERE item_id IN (<items>)")
                .bindList("items", items).map((row, context) -> numbers.put(row.getLong(1), row.getString(2))).list();
        List<String> documents = items.stream().map(numbers::get).toList();
        Map<String, Kept> latest = new LinkedHashMap<>();
        batch.handle().createQuery("""
                        SELECT f.document_number, f.file_name, f.sha256 FROM customer_file f
                            JOIN batch b ON b.batch_id = f.batch_id
                        WHERE b.known_at IS NOT NULL AND f.company = :company AND f.customer_id = :customer
                            AND f.kind IN (<kinds>) ORDER BY f.file_id""")
                .bindList("kinds", kinds.stream().map(Enum::name).sorted().toList())
                .bind("company", customer.company()).bind("customer", customer.number())
                .map((row, context) -> new Kept(row.getString(1), row.getString(2), row.getString(3))).list().stream()
                .filter(kept -> documents.contains(kept.document()))
                .forEach(kept -> latest.put(kept.document() + "/" + kept.name(), kept));
        return latest.values().stream().sorted(Comparator.comparingInt(kept -> documents.indexOf(kept.document()))).toList();
    }

    /** The bytes of a file. */
    public byte[] bytes(Kept file) {
        return Contents.get(batch.handle(), file.sha256());
    }

    /** The bytes of a statement's PDF. */
    public byte[] pdf(Last statement) {
        return Contents.get(batch.handle(), statement.pdfSha256());
    }

    /** Keeps the token and the accounts of a reminder whose mail is written in the same batch. */
    public void keep(CustomerId customer, String businessKey, ReminderToken token, Collection<PrintedAccount> accounts) {
        ReminderTokens.add(batch, customer, businessKey, token);
        accounts.forEach(account -> batch.add(Table.REMINDER_ACCOUNT, customer.company(), businessKey,
                AccountReleaseStore.hash(account)));
    }
}
