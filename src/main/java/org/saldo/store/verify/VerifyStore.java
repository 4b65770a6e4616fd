package org.saldo.store.verify;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.saldo.store.Database;
import org.saldo.store.Ledger;

/** Checks the ledger's promises against its rows, while other work goes on: it sees one state of the database. */
public final class VerifyStore {

    private final Database database;

    public VerifyStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** How many rows a check will read, so that its progress can be shown. */
    public long rowsToRead() {
        return rowsToRead(database);
    }

    public static long rowsToRead(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT COALESCE(SUM(row_count), 0) FROM batch WHERE known_at IS NOT NULL").mapTo(Long.class).one());
    }

    /** @param progress is told, every few thousand rows, how many have been read */
    public VerifyReport verify(LongConsumer progress) {
        return database.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Verifier verifier = new Verifier(handle, progress);
            verifier.checkKeys();
            return verifier.verify(knownAt(handle));
        });
    }

    private static Instant knownAt(Handle handle) {
        return handle.createQuery("SELECT last_known_at FROM ledger_clock").mapTo(OffsetDateTime.class).one().toInstant();
    }
}
