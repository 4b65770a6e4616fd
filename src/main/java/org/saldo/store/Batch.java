package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * Rows that enter the ledger in one transaction and count from one instant. Made by {@link Ledger#record}; the stores
 * add rows to it, and mail that is enqueued beside it is in the same transaction.
 */
public final class Batch {

    private static final int ROWS_BEFORE_A_FLUSH = 5000;

    private final Handle handle;
    private final Database database;
    private final BatchHead head;
    private final RowIds rowIds;
    private final BatchDigest digest = new BatchDigest();
    private RowBuffer buffer;

    Batch(Handle handle, Database database, BatchHead head, RowIds rowIds) {
        this.handle = handle;
        this.database = database;
        this.head = head;
        this.rowIds = rowIds;
        this.buffer = new RowBuffer(head.id());
    }

    public long id() {
        return head.id();
    }

    /** The business day of the run that writes this batch. */
    public LocalDate day() {
        return head.day();
    }

    /** The person or rule set that writes this batch. */
    public String actor() {
        return head.actor();
    }

    /** When the work began; rows count from the batch's known-at, which is later. */
    public Instant startedAt() {
        return head.startedAt();
    }

    /** The transaction that this batch is written in; what has been added is visible there after {@link #flush()}. */
    public Handle handle() {
        return handle;
    }

    /**
     * Waits until nothing is being published, and lets nothing be until this batch is: for decisions that what is being
     * published may change. All that counts is read after it.
     */
    public void aloneFromNowOn() {
        handle.execute("UPDATE ledger_clock SET ticks = ticks + 1");
    }

    public long nextRowId() {
        return rowIds.next();
    }

    /** Adds a row under a new id, which is returned; {@code values} are the table's columns after the batch id. */
    public long add(Table table, Object... values) {
        long id = nextRowId();
        add(id, table, values);
        return id;
    }

    /** Adds a row under an id taken from {@link #nextRowId()}; within a table the ids must ascend. */
    public void add(long id, Table table, Object... values) {
        buffer.add(table, id, values);
        if (buffer.size() >= ROWS_BEFORE_A_FLUSH) {
            flush();
        }
    }

    public void flush() {
        RowWriter.write(handle.getConnection(), database, buffer);
        buffer.addTo(digest);
        buffer = new RowBuffer(head.id());
    }

    long rows() {
        return digest.rows();
    }

    BatchDigest digest() {
        return digest;
    }

    BatchHead head() {
        return head;
    }
}
