package org.saldo.job.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.saldo.intake.Channel;
import org.saldo.intake.CsvDialect;
import org.saldo.intake.CustomerReader;
import org.saldo.intake.FileKind;
import org.saldo.intake.FileRefused;
import org.saldo.intake.InvoiceReader;
import org.saldo.intake.ReadRow;
import org.saldo.intake.RecordReader;
import org.saldo.intake.SourceMapping;
import org.saldo.intake.SourceRows;
import org.saldo.job.DataFolders;
import org.saldo.ledger.Companies;
import org.saldo.settings.SettingsException;
import org.saldo.store.intake.IntakeBatch;
import org.saldo.store.intake.IntakeCounts;
import org.saldo.store.intake.IntakeHead;
import org.saldo.store.intake.IntakeStore;

/**
 * Takes in the answer of a source database. A poll that met only what it knows leaves no trace; so does one that met,
 * within its overlap, only the rows that it has refused before.
 */
record SourceIntake(IntakeStore store, Companies companies, DataFolders folders) {

    private static final String REFUSED_BEFORE = "/refused";

    IntakeReport take(SourceMapping mapping, Iterator<Map<String, Object>> rows, LocalDate day) {
        try {
            return mapping.kind() == FileKind.CUSTOMERS
                    ? take(mapping, rows, day, new CustomerReader(companies), store::customers)
                    : take(mapping, rows, day, new InvoiceReader(companies, false), store::changedDocuments);
        } catch (FileRefused refused) {
            throw new SettingsException(refused.rejection().toString(), refused);
        }
    }

    private <T> IntakeReport take(SourceMapping mapping, Iterator<Map<String, Object>> answer, LocalDate day,
                                  RecordReader<T> reader, BiFunction<IntakeHead, Consumer<ReadRow<T>>, IntakeBatch<T>> begin) {
        Optional<String> lastMark = store.watermark(mapping.id());
        SourceRows<T> rows = new SourceRows<>(mapping, answer, reader, lastMark);
        IntakeHead head = new IntakeHead(mapping.id(), Channel.DATABASE, Optional.of(mapping.kind()),
                companies.standard().id(), false, "", "intake", day);
        RejectedRows rejected = new RejectedRows(folders.rejected(), CsvDialect.OWN);
        MessageDigest refused = sha256();
        try (IntakeBatch<T> batch = begin.apply(head, row -> {
            rejected.add(row);
            refused.update(String.join("\n", row.rejection().orElseThrow().reason(), Arrays.toString(row.raw()))
                    .getBytes(StandardCharsets.UTF_8));
        })) {
            rejected.begin(batch.fileId(), mapping.id() + ".csv", rows.header(), List.of());
            for (Optional<ReadRow<T>> row = rows.next(); row.isPresent(); row = rows.next()) {
                batch.add(row.get());
            }
            IntakeCounts counts = batch.finish();
            String refusedNow = counts.rejected() == 0 ? "" : HexFormat.of().formatHex(refused.digest());
            if (counts.accepted() == 0 && refusedNow.equals(store.watermark(mapping.id() + REFUSED_BEFORE).orElse(""))) {
                rejected.discard();
            } else {
                rejected.complete();
                rows.mark().ifPresent(mark -> batch.reads(mapping.id(), mark));
                batch.reads(mapping.id() + REFUSED_BEFORE, refusedNow);
                batch.publish();
            }
            return new IntakeReport(batch.fileId(), mapping.id(), Optional.of(mapping.kind()), counts.read(),
                    counts.accepted(), counts.duplicate(), counts.rejected(), rejected.first());
        } catch (RuntimeException failure) {
            rejected.discard();
            throw failure;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
