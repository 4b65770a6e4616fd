package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.saldo.intake.Channel;
import org.saldo.intake.ControlReader;
import org.saldo.intake.CsvDialect;
import org.saldo.intake.CsvFile;
import org.saldo.intake.CustomerReader;
import org.saldo.intake.FileKind;
import org.saldo.intake.FileRefused;
import org.saldo.intake.FileRows;
import org.saldo.intake.Incoming;
import org.saldo.intake.InvoiceReader;
import org.saldo.intake.Mapping;
import org.saldo.intake.PayableReader;
import org.saldo.intake.PaymentReader;
import org.saldo.intake.ReadRow;
import org.saldo.intake.RecordReader;
import org.saldo.intake.Rejection;
import org.saldo.intake.RemittanceReader;
import org.saldo.intake.SourceMapping;
import org.saldo.intake.WorklistReader;
import org.saldo.job.DataFolders;
import org.saldo.ledger.Companies;
import org.saldo.store.intake.IntakeBatch;
import org.saldo.store.intake.IntakeCounts;
import org.saldo.store.intake.IntakeHead;
import org.saldo.store.intake.IntakeStore;

/**
 * Takes files in: reads, decides what is new, publishes all of a file at once, keeps what was refused for a person, and
 * moves the file into the archive only then. What stops half-way left nothing, and the file is taken in again.
 */
public final class IntakeJob {

    private final IntakeStore store;
    private final IntakeLease lease;
    private final Companies companies;
    private final List<Mapping> mappings;
    private final DataFolders folders;
    private final Optional<Supplier<InstructionIntake>> instructions;

    /** Takes in everything but instructions. */
    public IntakeJob(IntakeStore store, IntakeLease lease, Companies companies, List<Mapping> mappings,
                     DataFolders folders) {
        this(store, lease, companies, mappings, folders, Optional.empty());
    }

    public IntakeJob(IntakeStore store, IntakeLease lease, Companies companies, List<Mapping> mappings, DataFolders folders,
              Optional<Supplier<InstructionIntake>> instructions) {
        this.store = store;
        this.lease = lease;
        this.companies = companies;
        this.mappings = List.copyOf(mappings);
        this.folders = folders;
        this.instructions = instructions;
    }

    /**
     * Takes in one file.
     *
     * @throws org.saldo.ledger.Refused when another process is taking files in and does not end
     */
    public IntakeReport takeIn(Incoming incoming, LocalDate day) {
        return takeIn(incoming, day, read -> { });
    }

    /**
     * Takes in one file.
     *
     * @param progress is told after every row how many have been read
     * @throws org.saldo.ledger.Refused when another process is taking files in and does not end
     */
    public IntakeReport takeIn(Incoming incoming, LocalDate day, LongConsumer progress) {
        return lease.whileHolding(() -> take(incoming, day, progress));
    }

    /** Takes in all files of the inbox that have stopped growing, kind by kind: customers first, control balances last. */
    public List<IntakeReport> takeInbox(Inbox inbox, LocalDate day) {
        List<Incoming> waiting = inbox.settledFiles();
        if (waiting.isEmpty()) {
            return List.of();
        }
        return lease.whileHolding(() -> waiting.stream().map(file -> take(file, day, read -> { })).toList());
    }

    /**
     * Takes in a file that was mailed; its name is only a name, and its header or a mapping tells its kind.
     *
     * @param refused why nothing of its mail is taken in; instructions are told so by their own answer
     */
    IntakeReport takeMailed(Incoming incoming, LocalDate day, Optional<Rejection> refused) {
        return lease.whileHolding(() -> refused.isEmpty() || isInstructions(incoming) ? take(incoming, day, read -> { })
                : refuse(incoming, ArchivedFile.of(incoming, folders.archive(day)), day, refused.get()));
    }

    /** Whether a file holds decisions of people. */
    boolean isInstructions(Incoming incoming) {
        try {
            return WorklistReader.isWorkbook(incoming.file())
                    || CsvFile.recognise(incoming, mappings).kind() == FileKind.INSTRUCTIONS;
        } catch (FileRefused unknown) {
            return false;
        }
    }

    /** The SQL that asks a source database for what is new or changed since it was last read. */
    public String question(SourceMapping mapping) {
        return mapping.sqlFrom(store.watermark(mapping.id()));
    }

    /**
     * Takes in what a source database answered to {@link #question}; the mark moves in the transaction that publishes.
     *
     * @param rows column names, in any case, and their values
     * @throws org.saldo.settings.SettingsException when the SQL gives columns that are not known
     */
    public IntakeReport takeRows(SourceMapping mapping, Iterator<Map<String, Object>> rows, LocalDate day) {
        return lease.whileHolding(() -> new SourceIntake(store, companies, folders).take(mapping, rows, day));
    }

    /** What waited and is gone was taken in meanwhile, by the schedule or another process. */
    private IntakeReport take(Incoming incoming, LocalDate day, LongConsumer progress) {
        if (incoming.moves() && !Files.exists(incoming.file())) {
            return new IntakeReport(0, incoming.name(), incoming.kind(), 0, 0, 0, 0, List.of());
        }
        ArchivedFile archived = ArchivedFile.of(incoming, folders.archive(day));
        try {
            if (WorklistReader.isWorkbook(incoming.file())) {
                return instructions(incoming).takeWorkbook(incoming, archived, day);
            }
            CsvFile file = CsvFile.recognise(incoming, mappings);
            return switch (file.kind()) {
                case CUSTOMERS -> new Taking<>(incoming, archived, day, file, new CustomerReader(companies))
                        .into(store::customers, progress);
                case INVOICES -> new Taking<>(incoming, archived, day, file,
                        new InvoiceReader(companies, incoming.opening())).into(incoming.channel() == Channel.DATABASE
                        ? store::changedDocuments : store::documents, progress);
                case PAYMENTS -> new Taking<>(incoming, archived, day, file,
                        new PaymentReader(companies, incoming.opening()).readOn(day)).into(store::receipts, progress);
                case REMITTANCES -> new Taking<>(incoming, archived, day, file, new RemittanceReader(companies))
                        .into(store::remittances, progress);
                case INSTRUCTIONS -> instructions(incoming).take(incoming, archived, day, file);
                case PAYABLES -> new Taking<>(incoming, archived, day, file, new PayableReader(companies))
                        .into(store::payables, progress);
                case CONTROLS -> new Taking<>(incoming, archived, day, file, new ControlReader(companies))
                        .into(store::controls, progress);
            };
        } catch (FileRefused refused) {
            return refuse(incoming, archived, day, refused.rejection());
        }
    }

    private InstructionIntake instructions(Incoming incoming) {
        return instructions.orElseThrow(() -> new FileRefused(new Rejection(incoming.name(), 1, "file",
                "instructions are not taken in here", "give them to the hub that decides"))).get();
    }

    private IntakeReport refuse(Incoming incoming, ArchivedFile archived, LocalDate day, Rejection rejection) {
        long fileId = store.refuse(head(incoming, incoming.kind(), archived, day), rejection, incoming.retryOf());
        RejectedRows rejected = new RejectedRows(folders.rejected(), CsvDialect.OWN);
        rejected.begin(fileId, incoming.name(), new String[0], List.of());
        rejected.addWholeFile(incoming.file(), rejection);
        rejected.complete();
        archived.store();
        return new IntakeReport(fileId, incoming.name(), incoming.kind(), 1, 0, 0, 1, List.of(rejection));
    }

    private IntakeHead head(Incoming incoming, Optional<FileKind> kind, ArchivedFile archived, LocalDate day) {
        return new IntakeHead(incoming.name(), incoming.channel(), kind, companies.standard().id(), incoming.opening(),
                archived.sha256(), incoming.actor(), day);
    }

    /** One file whose kind and shape are known, on its way into the ledger. */
    private final class Taking<T> {

        private final Incoming incoming;
        private final ArchivedFile archived;
        private final LocalDate day;
        private final CsvFile file;
        private final RecordReader<T> reader;

        Taking(Incoming incoming, ArchivedFile archived, LocalDate day, CsvFile file, RecordReader<T> reader) {
            this.incoming = incoming;
            this.archived = archived;
            this.day = day;
            this.file = file;
            this.reader = reader;
        }

        IntakeReport into(BiFunction<IntakeHead, Consumer<ReadRow<T>>, IntakeBatch<T>> begin, LongConsumer progress) {
            IntakeHead head = head(incoming, Optional.of(file.kind()), archived, day);
            RejectedRows rejected = new RejectedRows(folders.rejected(), file.dialect());
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
}
