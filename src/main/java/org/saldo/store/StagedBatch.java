package org.saldo.store;

import java.time.Instant;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A batch that is written in many bounded transactions and published by a last small one: whole or not at all, however
 * large. Closing it unpublished removes its rows, which frees their keys.
 */
public final class StagedBatch implements AutoCloseable {

    private static final int DELETED_AT_ONCE = 10_000;

    private final Ledger ledger;
    private final BatchHead head;
    private final RowIds rowIds;
    private final BatchDigest digest = new BatchDigest();
    private boolean published;

    StagedBatch(Ledger ledger, BatchHead head, RowIds rowIds) {
        this.ledger = ledger;
        this.head = head;
        this.rowIds = rowIds;
    }

    public BatchHead head() {
        return head;
    }

    public long nextRowId() {
        return rowIds.next();
    }

    public RowBuffer newRows() {
        return new RowBuffer(head.id());
    }

    /** Writes the rows in one transaction. False when one of their keys is taken: then none of them was written. */
    public boolean tryWrite(RowBuffer rows) {
        Database database = ledger.database();
        try {
            database.jdbi().useTransaction(handle -> {
                checkNotTakenOver(handle);
                RowWriter.write(handle.getConnection(), database, rows);
            });
        } catch (StoreException failure) {
            if (SqlState.of(failure).filter(SqlState::isKeyClash).isPresent()) {
                return false;
            }
            throw failure;
        }
        rows.addTo(digest);
        return true;
    }

    /** Who takes over the lease waits until this transaction has ended, and none after it writes anything more. */
    private void checkNotTakenOver(Handle handle) {
        if (handle.createQuery("SELECT batch_id FROM batch WHERE batch_id = :id AND row_count IS NULL"
                + ledger.database().dialect().heldUntilTheEnd()).bind("id", head.id()).mapTo(Long.class).findOne().isEmpty()) {
            throw head.takenOver();
        }
    }

    public Instant publish() {
        return publish(handle -> { });
    }

    /** Publishes; {@code beside} is done in the same transaction, before it. */
    public Instant publish(Consumer<Handle> beside) {
        Instant knownAt = ledger.database().jdbi().inTransaction(handle -> {
            beside.accept(handle);
            return ledger.publish(handle, head, digest);
        });
        published = true;
        ledger.database().statistics().renew();
        return knownAt;
    }

    @Override
    public void close() {
        if (!published) {
            ledger.database().jdbi().useHandle(handle -> remove(handle, head.id()));
        }
    }

    /** Removes the rows of an unpublished batch, a bounded transaction at a time, and the batch itself last. */
    static void remove(Handle handle, long batchId) {
        int taken = handle.createUpdate("UPDATE batch SET row_count = :taken WHERE batch_id = :id AND known_at IS NULL")
                .bind("taken", BatchHead.TAKEN_OVER).bind("id", batchId).execute();
        if (taken == 0) {
            return;
        }
        Table[] tables = Table.values();
        for (int i = tables.length - 1; i >= 0; i--) {
            removeRows(handle, tables[i], batchId);
        }
        handle.createUpdate("DELETE FROM batch WHERE batch_id = :id AND known_at IS NULL").bind("id", batchId).execute();
    }

    private static void removeRows(Handle handle, Table table, long batchId) {
        String sql = "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s WHERE %2$s > :id AND batch_id = :id LIMIT %3$d)"
                .formatted(table.sqlName(), table.key(), DELETED_AT_ONCE);
        int removed;
        do {
            removed = handle.createUpdate(sql).bind("id", batchId).execute();
        } while (removed > 0);
    }
}
