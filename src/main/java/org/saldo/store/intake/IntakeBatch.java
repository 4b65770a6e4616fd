package org.saldo.store.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.saldo.intake.ReadRow;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.RowBuffer;
import org.saldo.store.StagedBatch;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/**
 * One file, or one poll of a source database, on its way into the ledger: a page of rows a transaction, all of them
 * unpublished, and one small transaction at the end that makes the whole count. Closed before that, nothing is left.
 */
public final class IntakeBatch<T> implements AutoCloseable {

    static final int PAGE = 2000;

    private final IntakeHead head;
    private final StagedBatch staged;
    private final long fileId;
    private final PageWriter<T> writer;
    private final Set<String> companies = new LinkedHashSet<>();
    private List<ReadRow<T>> page = new ArrayList<>(PAGE);
    private RowBuffer last;
    private final List<Consumer<Handle>> besidePublishing = new ArrayList<>();

    IntakeBatch(Ledger ledger, IntakeHead head, RecordRows<T> rows, Consumer<ReadRow<T>> refused) {
        this(ledger, head, ledger.stage(BatchKind.INTAKE, head.actor(), head.day(), IntakeStore.LEASE), rows, refused,
                SameKey.conflicts(rows));
    }

    IntakeBatch(Ledger ledger, IntakeHead head, StagedBatch staged, RecordRows<T> rows, Consumer<ReadRow<T>> refused,
                SameKey<T> sameKey) {
        this.head = head;
        this.staged = staged;
        this.fileId = staged.nextRowId();
        this.writer = new PageWriter<>(ledger.database(), staged, head, fileId, rows, refused, sameKey);
        this.last = staged.newRows();
    }

    /** By what the file is called in {@code rejects} and explanations. */
    public long fileId() {
        return fileId;
    }

    public void add(ReadRow<T> row) {
        row.record().ifPresent(record -> companies.add(writer.company(record)));
        page.add(row);
        if (page.size() == PAGE) {
            writePage();
        }
    }

    private void writePage() {
        List<ReadRow<T>> full = page;
        page = new ArrayList<>(PAGE);
        writer.write(full);
    }

    /** Says that this file is what was refused of {@code earlierFile}, taken in again. */
    public void retries(long earlierFile) {
        last.add(Table.REJECTION_RETRY, staged.nextRowId(), earlierFile, fileId);
    }

    /** In the transaction that publishes: remembers how far a source has been read. */
    public void reads(String source, String mark) {
        besidePublishing.add(handle -> Watermarks.move(handle, source, mark));
    }

    /** Writes what is left of the rows, so that all that is refused is known; {@link #publish} is still to come. */
    public IntakeCounts finish() {
        if (!page.isEmpty()) {
            writePage();
        }
        return writer.counts();
    }

    /** Makes all of it count, or throws and leaves nothing. */
    public IntakeCounts publish() {
        IntakeCounts counts = finish();
        addFile(counts);
        if (!staged.tryWrite(last)) {
            throw new StoreException("file " + fileId + " is in the ledger already; the hub has a bug, tell its makers");
        }
        staged.publish(handle -> {
            writer.beforePublishing(handle);
            besidePublishing.forEach(action -> action.accept(handle));
        });
        return counts;
    }

    /** A file with rows of several companies has a row for each; the first one has the counts. */
    private void addFile(IntakeCounts counts) {
        if (companies.isEmpty()) {
            companies.add(head.company());
        }
        long id = fileId;
        IntakeCounts shown = counts;
        for (String company : companies) {
            last.add(Table.INTAKE_FILE, id, company, head.channel().name(), head.kindName(), head.name(), head.sha256(),
                    head.opening(), shown.read(), shown.accepted(), shown.duplicate(), shown.rejected());
            id = staged.nextRowId();
            shown = IntakeCounts.NONE;
        }
    }

    @Override
    public void close() {
        staged.close();
    }
}
