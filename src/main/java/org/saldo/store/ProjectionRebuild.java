package org.saldo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.saldo.store.TableScan.IdRange;

/**
 * Writes what is open anew from the ledger's rows, range by range. Each range is a transaction of its own over one state
 * of the database, so that other work may go on; rows of batches that are not published are left alone.
 */
public final class ProjectionRebuild {

    private static final int ATTEMPTS = 20;

    private final Database database;

    public ProjectionRebuild(Ledger ledger) {
        this(ledger.database());
    }

    public ProjectionRebuild(Database database) {
        this.database = database;
    }

    /** @param progress is told how many items and receipts have been gone over */
    public void rebuild(LongConsumer progress) {
        List<StoredRow> refunds = database.jdbi().withHandle(handle ->
                new TableScan(handle.getConnection()).where(Table.ALLOCATION, "kind = 'REFUND'"));
        long done = rebuild(Table.DOCUMENT, refunds, 0, progress);
        rebuild(Table.RECEIPT, refunds, done, progress);
    }

    private long rebuild(Table table, List<StoredRow> refunds, long before, LongConsumer progress) {
        long done = before;
        long after = Long.MIN_VALUE;
        while (after != Long.MAX_VALUE) {
            long from = after;
            Step step = repeatedly(handle -> rebuildRange(handle, table, refunds, from));
            after = step.upTo;
            done += step.rows;
            progress.accept(done);
        }
        return done;
    }

    private record Step(long upTo, long rows) {
    }

    private Step rebuildRange(Handle handle, Table table, List<StoredRow> refunds, long after) {
        TableScan scan = new TableScan(handle.getConnection());
        BatchesKnown batches = BatchesKnown.read(handle.getConnection());
        List<StoredRow> page = scan.page(table, after);
        IdRange range = TableScan.rangeOf(after, page);
        HistoryPages histories = new HistoryPages(scan, batches);
        refunds.stream().filter(batches::counts).forEach(histories::noteRefund);
        Table projection = table == Table.DOCUMENT ? Table.OPEN_ITEM : Table.OPEN_RECEIPT;
        List<Object[]> open = table == Table.DOCUMENT ? openItems(histories, range, page)
                : openReceipts(histories, range, page);
        delete(handle, projection, range);
        RowBuffer rows = new RowBuffer(0);
        open.forEach(row -> rows.addWhole(projection, row));
        RowWriter.write(handle.getConnection(), database, rows);
        return new Step(range.upTo(), page.size());
    }

    private static List<Object[]> openItems(HistoryPages histories, IdRange range, List<StoredRow> page) {
        List<Object[]> open = new ArrayList<>();
        histories.items(range, page).forEach(item -> {
            if (item.open().signum() != 0) {
                open.add(row(item.document(), item.replayed()));
            }
        });
        return open;
    }

    private static List<Object[]> openReceipts(HistoryPages histories, IdRange range, List<StoredRow> page) {
        List<Object[]> open = new ArrayList<>();
        histories.receipts(range, page).forEach(receipt -> {
            if (receipt.unapplied().signum() != 0) {
                open.add(row(receipt.receipt(), receipt.replayed()));
            }
        });
        return open;
    }

    private static Object[] row(StoredRow of, Object[] values) {
        Object[] row = new Object[values.length + 2];
        row[0] = of.id();
        row[1] = of.batch();
        System.arraycopy(values, 0, row, 2, values.length);
        return row;
    }

    private static void delete(Handle handle, Table projection, IdRange range) {
        handle.createUpdate("DELETE FROM " + projection.sqlName() + " WHERE " + projection.key() + " > :after AND "
                        + projection.key() + " <= :upTo AND batch_id NOT IN (SELECT batch_id FROM batch WHERE known_at IS NULL)")
                .bind("after", range.after()).bind("upTo", range.upTo()).execute();
    }

    private Step repeatedly(org.jdbi.v3.core.HandleCallback<Step, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
            } catch (JdbiException | StoreException failure) {
                boolean inTheWay = SqlState.of(failure).filter(state -> state.isTransient() || state.isKeyClash()).isPresent();
                if (attempt == ATTEMPTS || !inTheWay) {
                    throw failure;
                }
            }
        }
    }
}
