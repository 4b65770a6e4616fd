package org.saldo.store.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;
import org.saldo.store.ContentHash;
import org.saldo.store.Database;
import org.saldo.store.RowBuffer;
import org.saldo.store.SqlDialect;
import org.saldo.store.StagedBatch;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/**
 * Writes pages of records. A page is first written as if all of it were new; only when the database says that a key is
 * taken are the page's keys looked up and each row decided: new, the same again, or another content under the same key.
 */
final class PageWriter<T> {

    private final Jdbi jdbi;
    private final SqlDialect dialect;
    private final StagedBatch staged;
    private final IntakeHead head;
    private final long fileId;
    private final RecordRows<T> kind;
    private final Consumer<ReadRow<T>> refused;
    private final SameKey<T> sameKey;
    private final RowKeys keys;
    private final ContentHash hash = new ContentHash();
    private final int[] contentPositions;
    private IntakeCounts counts = IntakeCounts.NONE;
    private boolean looksFirst;

    PageWriter(Database database, StagedBatch staged, IntakeHead head, long fileId, RecordRows<T> kind,
               Consumer<ReadRow<T>> refused, SameKey<T> sameKey) {
        this.jdbi = database.jdbi();
        this.dialect = database.dialect();
        this.staged = staged;
        this.head = head;
        this.fileId = fileId;
        this.kind = kind;
        this.refused = refused;
        this.sameKey = sameKey;
        this.keys = new RowKeys(kind.table(), kind.key(), kind.lookup());
        this.contentPositions = RowKeys.positions(kind.table(), kind.content());
        this.looksFirst = kind.isReplaceable();
    }

    String company(T record) {
        return kind.company(record);
    }

    IntakeCounts counts() {
        return counts;
    }

    void beforePublishing(Handle handle) {
        sameKey.beforePublishing(handle);
    }

    void write(List<ReadRow<T>> page) {
        List<Object[]> values = new ArrayList<>(page.size());
        for (ReadRow<T> row : page) {
            values.add(row.record().map(record -> valuesOf(record, row.line())).orElse(null));
        }
        if (looksFirst || !writeAsNew(page, values)) {
            writeDecided(page, values);
        }
    }

    private Object[] valuesOf(T record, long line) {
        Object[] values = kind.values(record, head.name() + ":" + line);
        values[values.length - 1] = hash.of(values, contentPositions);
        return values;
    }

    private boolean writeAsNew(List<ReadRow<T>> page, List<Object[]> values) {
        RowBuffer rows = staged.newRows();
        List<ReadRow<T>> rejected = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (values.get(i) == null) {
                rejected.add(page.get(i));
                addRejection(rows, page.get(i).rejection().orElseThrow());
            } else {
                addRecord(rows, page.get(i), values.get(i));
            }
        }
        if (!staged.tryWrite(rows)) {
            return false;
        }
        counts = counts.plus(page.size() - rejected.size(), 0, rejected.size());
        rejected.forEach(refused);
        return true;
    }

    private long addRecord(RowBuffer rows, ReadRow<T> row, Object[] values) {
        long id = staged.nextRowId();
        rows.add(kind.table(), id, values);
        kind.addBeside(rows, id, row.record().orElseThrow(), staged::nextRowId);
        return id;
    }

    private void addRejection(RowBuffer rows, Rejection rejection) {
        rows.add(Table.REJECTION, staged.nextRowId(), fileId, rejection.line(), rejection.field(), rejection.reason(),
                rejection.remedy());
    }

    private void writeDecided(List<ReadRow<T>> page, List<Object[]> values) {
        Map<String, KeptRow> known = jdbi.withHandle(handle -> {
            Map<String, KeptRow> found = keys.find(handle.getConnection(), dialect.keysAtOnce(),
                    staged.head().id(), values);
            sameKey.look(handle, found.values());
            return found;
        });
        RowBuffer rows = staged.newRows();
        List<ReadRow<T>> rejected = new ArrayList<>();
        int duplicates = 0;
        for (int i = 0; i < page.size(); i++) {
            ReadRow<T> row = page.get(i);
            if (values.get(i) == null) {
                rejected.add(row);
                continue;
            }
            String key = keys.of(values.get(i));
            KeptRow there = known.get(key);
            if (there != null && isSame(there, values.get(i))) {
                duplicates++;
            } else if (there == null || kind.isReplaceable()) {
                known.put(key, new KeptRow(addRecord(rows, row, values.get(i)), values.get(i)));
            } else {
                meet(row, there, values.get(i), rows).ifPresent(rejected::add);
            }
        }
        writeDecided(rows, rejected, page.size(), duplicates);
    }

    private void writeDecided(RowBuffer rows, List<ReadRow<T>> rejected, int read, int duplicates) {
        rejected.forEach(row -> addRejection(rows, row.rejection().orElseThrow()));
        if (!staged.tryWrite(rows)) {
            throw new StoreException("a key of " + head.name() + " was taken by another process that holds no lease '"
                    + IntakeStore.LEASE + "'; nothing was taken in, try again");
        }
        int accepted = read - duplicates - rejected.size();
        counts = counts.plus(accepted, duplicates, rejected.size());
        rejected.forEach(refused);
        looksFirst = kind.isReplaceable() || accepted < read - rejected.size();
    }

    private boolean isSame(KeptRow there, Object[] values) {
        return sameKey.isSame(there, (String) values[values.length - 1]) && !contradictsTheOpening(there, values);
    }

    /** A document that came with the go-live comes again later without its open amount; that is the same document. */
    private boolean contradictsTheOpening(KeptRow there, Object[] values) {
        return head.opening() && kind.table() == Table.DOCUMENT
                && !there.differences(kind.table(), List.of("open_at_start", "opening_level"), values).isEmpty();
    }

    private Optional<ReadRow<T>> meet(ReadRow<T> row, KeptRow there, Object[] values, RowBuffer rows) {
        return sameKey.meet(row, there, values, rows).map(refusal -> ReadRow.refused(row.raw(),
                new Rejection(head.name(), row.line(), refusal.field(), refusal.reason(), refusal.remedy())));
    }
}
