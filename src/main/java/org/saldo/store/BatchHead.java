package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who writes a batch, for which business day, and since when; with a lease when it takes more than one transaction. */
public record BatchHead(long id, BatchKind kind, String actor, LocalDate day, Instant startedAt, Optional<String> lease) {

    /** The count of rows of a batch that is being removed: who has it in hand still can neither add to it nor publish it. */
    static final long TAKEN_OVER = -1;

    void insert(Handle handle) {
        handle.createUpdate("""
                        INSERT INTO batch (batch_id, kind, actor, business_day, started_at, lease_name)
                        VALUES (:id, :kind, :actor, :day, :startedAt, :lease)""")
                .bind("id", id).bind("kind", kind.name()).bind("actor", actor).bind("day", day)
                .bind("startedAt", startedAt.atOffset(ZoneOffset.UTC)).bind("lease", lease.orElse(null))
                .execute();
    }

    StoreException takenOver() {
        return new StoreException("batch " + id + " is gone: another process took over its lease " + lease.orElse("")
                + "; nothing of it was published, the other process does it again");
    }

    void delete(Handle handle) {
        handle.createUpdate("DELETE FROM batch WHERE batch_id = :id").bind("id", id).execute();
    }
}
