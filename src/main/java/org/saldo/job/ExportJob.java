package org.saldo.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.delivery.export.MapSink;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.AgingBuckets;
import org.saldo.store.Ledger;
import org.saldo.store.export.ExportStore;

/** Exports lists from the ledger. Rows stream: memory does not grow with the list. */
public final class ExportJob {

    private final ExportStore store;

    /** @param buckets of the aging list; asked for only when one is exported */
    public ExportJob(Ledger ledger, Supplier<AgingBuckets> buckets) {
        this.store = new ExportStore(ledger, buckets);
    }

    /**
     * Writes the list to {@code out}, which stays open.
     *
     * @throws UncheckedIOException when {@code out} cannot be written
     */
    public void export(ExportQuestion question, OutputStream out) {
        try (RowSink sink = question.format().open(question.kind().word(), store.columns(question.kind()), out)) {
            store.read(question, sink);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of the columns of a list, in their order. */
    public List<String> columns(ExportKind kind) {
        return store.columns(kind);
    }

    /** The rows of a small list as texts by column, in the order of the columns; all of it is kept in memory. */
    public List<Map<String, String>> rows(ExportQuestion question) {
        MapSink sink = new MapSink(store.columns(question.kind()));
        store.read(question, sink);
        return sink.rows();
    }
}
