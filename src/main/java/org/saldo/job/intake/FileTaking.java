package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.saldo.intake.CsvFile;
import org.saldo.intake.FileRows;
import org.saldo.intake.Incoming;
import org.saldo.intake.ReadRow;
import org.saldo.intake.RecordReader;
import org.saldo.store.intake.IntakeBatch;
import org.saldo.store.intake.IntakeCounts;
import org.saldo.store.intake.IntakeHead;

/** One file whose kind and shape are known, on its way into the ledger. */
record FileTaking<T>(Incoming incoming, ArchivedFile archived, CsvFile file, RecordReader<T> reader, IntakeHead head,
        Path rejectedFolder) {

    /** @throws ArchivedFile.Changing when the file was written to while it was read; then nothing counts */
    IntakeReport into(BiFunction<IntakeHead, Consumer<ReadRow<T>>, IntakeBatch<T>> begin, LongConsumer progress) {
        RejectedRows rejected = new RejectedRows(rejectedFolder, file.dialect());
        IntakeReport report;
        long read = 0;
        try (FileRows<T> rows = file.rows(reader); IntakeBatch<T> batch = begin.apply(head, rejected::add)) {
            rejected.begin(batch.fileId(), incoming.name(), rows.header(), rows.preamble());
            incoming.retryOf().ifPresent(batch::retries);
            for (Optional<ReadRow<T>> row = rows.next(); row.isPresent(); row = rows.next()) {
                batch.add(row.get());
                progress.accept(++read);
            }
            batch.finish();
            rejected.complete();
            archived.checkUnchanged();
            IntakeCounts counts = batch.publish();
            report = new IntakeReport(batch.fileId(), incoming.name(), Optional.of(file.kind()), counts.read(),
                    counts.accepted(), counts.duplicate(), counts.rejected(), rejected.first());
        } catch (IOException failure) {
            rejected.discard();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            rejected.discard();
            throw failure;
        }
        archived.store();
        return report;
    }
}
