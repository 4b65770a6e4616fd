package org.saldo.store.answer;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.AnswerNotices;
import org.saldo.delivery.BridgeMail;
import org.saldo.delivery.StatementMail;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.CustomerAddresses;
import org.saldo.store.CustomerColumns;
import org.saldo.store.StoreException;
import org.saldo.store.people.PeopleFinder;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** Finds what a mail that came in is about: statements by token, by mail and by reference, and the customer behind it. */
public final class StatementFinder {

    private static final int REFERENCED_MOST = 500;
    private static final int DOCUMENTS_MOST = 5000;

    private final Handle handle;

    /** Reads what the batch's transaction sees. */
    public StatementFinder(Batch batch) {
        this(batch.handle());
    }

    public StatementFinder(Handle handle) {
        this.handle = handle;
    }

    /** The statement to which this code was given; whether the code is right is still to be checked by its key. */
    public Optional<StatementRow> byCode(String code) {
        return StatementStore.rows(handle.createQuery(StatementStore.COLUMNS
                        + " JOIN statement_token t ON t.statement_id = s.statement_id WHERE t.code_sha256 = :code")
                .bind("code", Contents.sha256(code))).stream().findFirst();
    }

    /** The statement that was sent, reminded of, put beside a list, or spoken of, by the mail with this Message-ID. */
    public Optional<StatementRow> byMessageId(String messageId) {
        record Sent(CustomerId customer, String key) {
        }
        return handle.createQuery("SELECT company, customer_id, business_key FROM mail WHERE message_id = :id")
                .bind("id", messageId).map((row, context) -> row.getString(2).isEmpty() ? Optional.<Sent>empty()
                        : Optional.of(new Sent(new CustomerId(row.getString(1), row.getString(2)), row.getString(3))))
                .list().stream().flatMap(Optional::stream)
                .flatMap(sent -> of(sent.customer()).stream()
                        .filter(row -> StatementMail.businessKey(row.key()).equals(sent.key())
                                || AnswerNotices.isAbout(row.key(), sent.key())
                                || BridgeMail.isBeside(row.key(), sent.key()))).findFirst();
    }

    /** Whether the mail with this Message-ID is one of ours. */
    public boolean isOurs(String messageId) {
        return handle.createQuery("SELECT COUNT(*) FROM mail WHERE message_id = :id").bind("id", messageId)
                .mapTo(Long.class).one() > 0;
    }

    /** Whether a bridge to a list of the customer beside this statement was written to it. */
    public boolean isBridged(StatementRow statement) {
        return handle.createQuery("""
                        SELECT m.business_key FROM mail m WHERE m.company = :company AND m.customer_id = :number
                        AND m.business_key LIKE 'BRIDGE/%'""")
                .bind("company", statement.key().customer().company()).bind("number", statement.key().customer().number())
                .mapTo(String.class).list().stream().anyMatch(key -> BridgeMail.isBeside(statement.key(), key));
    }

    /** The statements of these customers that people call by one of these references. */
    public List<StatementRow> byReference(List<CustomerId> customers, List<String> references) {
        List<StatementRow> found = new ArrayList<>();
        if (!references.isEmpty()) {
            customers.forEach(customer -> of(customer).stream()
                    .filter(row -> references.contains(ReplyToken.referenceOf(row.key()))).forEach(found::add));
        }
        return found;
    }

    /** The statements that a person calls {@code S-1017}, or {@code ST-2026-10-C1042} as their page does. */
    public List<StatementRow> called(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT);
        if (plain.matches("S-\\d{1,18}")) {
            return StatementStore.rows(handle.createQuery(StatementStore.COLUMNS + " WHERE s.statement_id = :id")
                    .bind("id", Long.parseLong(plain.substring(2))));
        }
        if (!plain.matches("ST-\\d{4}-\\d{2}.*")) {
            return List.of();
        }
        return StatementStore.rows(handle.createQuery(StatementStore.COLUMNS + " WHERE s.statement_month = :month")
                        .bind("month", plain.substring(3, 10))).stream()
                .filter(row -> ReplyToken.referenceOf(row.key()).equals(plain)).toList();
    }

    /** The statements of a customer, the newest first. */
    public List<StatementRow> of(CustomerId customer) {
        return StatementStore.rows(handle.createQuery(StatementStore.COLUMNS
                        + " WHERE s.company = :company AND s.customer_id = :number ORDER BY s.statement_id DESC LIMIT :most")
                .bind("company", customer.company()).bind("number", customer.number()).bind("most", REFERENCED_MOST));
    }

    /** @throws StoreException when there is none of this id */
    StatementRow byId(long id) {
        return StatementStore.rows(handle.createQuery(StatementStore.COLUMNS + " WHERE s.statement_id = :id").bind("id", id))
                .stream().findFirst().orElseThrow(() -> new StoreException("statement " + id + " is missing from the database"));
    }

    /** Whether no later version of the same customer, currency and month was issued. */
    boolean isLatest(StatementRow statement) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM statement s JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
                        WHERE s.company = :company AND s.customer_id = :number AND s.currency = :currency
                        AND s.statement_month = :month AND s.version > :version""")
                .bind("company", statement.key().customer().company()).bind("number", statement.key().customer().number())
                .bind("currency", statement.key().currency().getCurrencyCode())
                .bind("month", statement.key().month().toString()).bind("version", statement.key().version())
                .mapTo(Long.class).one() == 0;
    }

    /**
     * The customer's items, in all their versions, that stand on the account as the statement shows it: issued by its cut-off
     * and known when it was made, then or in an earlier version.
     */
    public Set<Long> items(StatementRow statement) {
        return new LinkedHashSet<>(handle.createQuery("""
                        SELECT DISTINCT d.item_id FROM document d
                        JOIN batch b ON b.batch_id = d.batch_id AND b.known_at IS NOT NULL
                        JOIN document k ON k.company = d.company AND k.document_type = d.document_type
                            AND k.document_number = d.document_number AND k.instalment = d.instalment
                        JOIN batch kb ON kb.batch_id = k.batch_id AND kb.known_at <= :knownAt
                        WHERE d.company = :company AND d.customer_id = :number AND d.currency = :currency
                        AND k.customer_id = :number AND k.issue_date <= :cutOff""")
                .bind("company", statement.key().customer().company()).bind("number", statement.key().customer().number())
                .bind("currency", statement.key().currency().getCurrencyCode())
                .bind("cutOff", statement.key().cutOff())
                .bind("knownAt", statement.asKnownAt().atOffset(ZoneOffset.UTC)).mapTo(Long.class).list());
    }

    /** Whether the bytes that were issued are kept and unchanged. */
    public boolean hasSameBytes(StatementRow statement) {
        return Contents.find(handle, statement.pdfSha256())
                .filter(bytes -> Contents.sha256(bytes).equals(statement.pdfSha256())).isPresent();
    }

    /** The numbers of the customer's documents, the newest ones. */
    public Set<String> documents(CustomerId customer) {
        return new LinkedHashSet<>(handle.createQuery("""
                        SELECT d.document_number FROM document d
                        JOIN batch b ON b.batch_id = d.batch_id AND b.known_at IS NOT NULL
                        WHERE d.company = :company AND d.customer_id = :number ORDER BY d.item_id DESC LIMIT :most""")
                .bind("company", customer.company()).bind("number", customer.number()).bind("most", DOCUMENTS_MOST)
                .mapTo(String.class).list());
    }

    /** Whether people who name a document so can mean one of this customer. */
    public boolean isDocumentOf(CustomerId customer, String name) {
        return new PeopleFinder(handle).items(name, customer.company()).stream()
                .anyMatch(item -> item.customer().equals(customer));
    }

    /** The customer's latest master data. */
    public Optional<Customer> customer(CustomerId id) {
        return CustomerColumns.latest(handle, id);
    }

    /** The customers for whom this address is on file, by their latest master data. */
    public List<CustomerId> at(String address) {
        return CustomerAddresses.at(handle, address);
    }
}
