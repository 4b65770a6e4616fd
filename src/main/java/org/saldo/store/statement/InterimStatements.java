package org.saldo.store.statement;

import java.util.List;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/**
 * Statements as of a day that is no cut-off, which people asked for. They are kept as they were issued, and are in no month,
 * in no chain and in no register: the customer's next statement goes on from the one of the month before.
 */
public final class InterimStatements {

    private final Database database;

    public InterimStatements(Ledger ledger) {
        this.database = ledger.database();
    }

    /** Writes the statement and keeps its bytes; its key is taken once, for ever. */
    public void save(Batch batch, StatementOfAccount statement, byte[] pdf, String reason) {
        StatementKey key = statement.key();
        batch.add(Table.INTERIM_STATEMENT, key.customer().company(), key.customer().number(),
                key.currency().getCurrencyCode(), key.cutOff(), key.version(), key.firstDay(), statement.asKnownAt(),
                statement.opening().toDecimal(), statement.closing().toDecimal(), statement.proof().openItems().toDecimal(),
                statement.proof().unapplied().toDecimal(), Contents.put(batch, pdf), reason, batch.actor());
    }

    /** The version that the next one of the same customer, currency and day gets. */
    public int nextVersion(StatementKey key) {
        return 1 + database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(i.version), 0) FROM interim_statement i
                        WHERE i.company = :company AND i.customer_id = :number AND i.currency = :currency
                        AND i.as_of = :day""")
                .bind("company", key.customer().company()).bind("number", key.customer().number())
                .bind("currency", key.currency().getCurrencyCode()).bind("day", key.cutOff()).mapTo(Integer.class).one());
    }

    /** The bytes of a customer's interim statements as they were issued, oldest first. */
    public List<byte[]> pdfs(CustomerId customer) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT i.pdf_sha256 FROM interim_statement i
                        JOIN batch b ON b.batch_id = i.batch_id AND b.known_at IS NOT NULL
                        WHERE i.company = :company AND i.customer_id = :number ORDER BY i.interim_id""")
                .bind("company", customer.company()).bind("number", customer.number()).mapTo(String.class).list().stream()
                .map(sha256 -> Contents.get(handle, sha256)).toList());
    }
}
