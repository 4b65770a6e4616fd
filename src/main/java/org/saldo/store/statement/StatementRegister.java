package org.saldo.store.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.saldo.statement.StatementKey;
import org.saldo.store.Batch;
import org.saldo.store.Conflict;
import org.saldo.store.Contents;
import org.saldo.store.KeyClash;
import org.saldo.store.RowDigest;
import org.saldo.store.Table;

/**
 * The register of all statements that were issued: numbered from 1 in each company, each entry with the hash of the one
 * before it, so that none can be changed, removed, added or moved unseen. An entry is written in the transaction that
 * writes its statement.
 */
public final class StatementRegister {

    public static final String GENESIS = "genesis";

    private StatementRegister() {
    }

    /** What an entry's hash covers, beside the hash of the entry before it. Empty texts where there is nothing. */
    public record Entry(long number, StatementKey key, BigDecimal closing, Instant asKnownAt, String pdfSha256,
            String unsealedSha256, String accountHash) {

        public String hash(String previous) {
            return RowDigest.link(previous, key.customer().company(), number, key.customer().number(),
                    key.currency().getCurrencyCode(), key.month(), key.version(), closing, asKnownAt, pdfSha256, unsealedSha256,
                    accountHash);
        }
    }

    /** The last entry of a company. */
    private record End(long number, String hash) {
    }

    /**
     * Adds statements of one company, by their ids, in this order.
     *
     * @throws Conflict when another transaction has added an entry of the same company meanwhile
     */
    static void add(Batch batch, String company, SortedMap<Long, IssuedStatement> statements) {
        End before = end(batch.handle(), company);
        End last = before;
        for (Map.Entry<Long, IssuedStatement> each : statements.entrySet()) {
            Entry entry = entry(last.number() + 1, each.getValue());
            String hash = entry.hash(last.hash());
            batch.add(Table.ISSUED_STATEMENT, company, entry.number(), each.getKey(), entry.accountHash(),
                    entry.unsealedSha256(), last.hash(), hash);
            last = new End(entry.number(), hash);
        }
        moveOn(batch.handle(), company, before, last);
    }

    private static Entry entry(long number, IssuedStatement issued) {
        return new Entry(number, issued.statement().key(), issued.statement().closing().toDecimal(),
                issued.statement().asKnownAt(), issued.pdfSha256(), issued.unsealed().map(Contents::sha256).orElse(""),
                issued.account().map(AccountReleaseStore::hash).orElse(""));
    }

    private static End end(Handle handle, String company) {
        return handle.createQuery("SELECT last_number, last_hash FROM statement_register WHERE company = :company")
                .bind("company", company).map((row, context) -> new End(row.getLong(1), row.getString(2))).findOne()
                .orElseGet(() -> begin(handle, company));
    }

    private static End begin(Handle handle, String company) {
        KeyClash.asConflict("the register of " + company, () -> handle.createUpdate(
                        "INSERT INTO statement_register (company, last_number, last_hash) VALUES (:company, 0, :genesis)")
                .bind("company", company).bind("genesis", GENESIS).execute());
        return new End(0, GENESIS);
    }

    private static void moveOn(Handle handle, String company, End from, End to) {
        int moved = handle.createUpdate("""
                        UPDATE statement_register SET last_number = :number, last_hash = :hash
                        WHERE company = :company AND last_number = :expected""")
                .bind("number", to.number()).bind("hash", to.hash()).bind("company", company)
                .bind("expected", from.number()).execute();
        if (moved != 1) {
            throw new Conflict("the register of " + company + " has an entry more than " + from.number());
        }
    }
}
