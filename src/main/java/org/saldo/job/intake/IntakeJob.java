package org.saldo.job.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.saldo.intake.Channel;
import org.saldo.intake.ControlReader;
import org.saldo.intake.CsvDialect;
import org.saldo.intake.CsvFile;
import org.saldo.intake.CustomerReader;
import org.saldo.intake.FileKind;
import org.saldo.intake.FileRefused;
import org.saldo.intake.Incoming;
import org.saldo.intake.InvoiceReader;
import org.saldo.intake.Mapping;
import org.saldo.intake.PayableReader;
import org.saldo.intake.PaymentReader;
import org.saldo.intake.RecordReader;
import org.saldo.intake.Rejection;
import org.saldo.intake.RemittanceReader;
import org.saldo.intake.SourceMapping;
import org.saldo.intake.WorklistReader;
import org.saldo.job.DataFolders;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Refused;
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
        Optional<FileLook> seen = FileLook.of(incoming.file());
        return lease.whileHolding(() -> takeAsSeen(incoming, seen, day, progress));
    }

    /**
     * Takes in all files of the inbox that have stopped growing, kind by kind: customers first, control balances last. One that
     * cannot be taken in keeps none of the others back; why, is thrown when they are in.
     */
    public List<IntakeReport> takeInbox(Inbox inbox, LocalDate day) {
        List<Inbox.Settled> waiting = inbox.settledFiles();
        return waiting.isEmpty() ? List.of() : lease.whileHolding(() -> takeAll(waiting, day));
    }

    private List<IntakeReport> takeAll(List<Inbox.Settled> waiting, LocalDate day) {
        List<IntakeReport> reports = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Inbox.Settled file : waiting) {
            try {
                reports.add(takeAsSeen(file.incoming(), Optional.of(file.look()), day, read -> { }));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return reports;
    }

    /**
     * A file of the inbox that is no longer as it was seen before the lease came is left alone: what is gone was taken in
     * meanwhile, by a route or another process; what changes, also while it is read, is taken in when it has stopped changing.
     *
     * @throws Refused when a file that a person named was written to while it was read
     */
    private IntakeReport takeAsSeen(Incoming incoming, Optional<FileLook> seen, LocalDate day, LongConsumer progress) {
        boolean left = incoming.moves() && seen.filter(look -> look.holdsFor(incoming.file())).isEmpty();
        try {
            return left ? untouched(incoming) : take(incoming, day, progress);
        } catch (ArchivedFile.Changing changing) {
            if (incoming.moves()) {
                return untouched(incoming);
            }
            throw new Refused(changing.getMessage());
        }
    }

    private static IntakeReport untouched(Incoming incoming) {
        return new IntakeReport(0, incoming.name(), incoming.kind(), 0, 0, 0, 0, List.of());
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

    private IntakeReport take(Incoming incoming, LocalDate day, LongConsumer progress) {
        ArchivedFile archived = ArchivedFile.of(incoming, folders.archive(day));
        try {
            if (WorklistReader.isWorkbook(incoming.file())) {
                return instructions(incoming).takeWorkbook(incoming, archived, day);
            }
            CsvFile file = CsvFile.recognise(incoming, mappings);
            return switch (file.kind()) {
                case CUSTOMERS -> taking(incoming, archived, day, file, new CustomerReader(companies))
                        .into(store::customers, progress);
                case INVOICES -> taking(incoming, archived, day, file,
                        new InvoiceReader(companies, incoming.opening())).into(incoming.channel() == Channel.DATABASE
                        ? store::changedDocuments : store::documents, progress);
                case PAYMENTS -> taking(incoming, archived, day, file,
                        new PaymentReader(companies, incoming.opening()).readOn(day)).into(store::receipts, progress);
                case REMITTANCES -> taking(incoming, archived, day, file, new RemittanceReader(companies))
                        .into(store::remittances, progress);
                case INSTRUCTIONS -> instructions(incoming).take(incoming, archived, day, file);
                case PAYABLES -> taking(incoming, archived, day, file, new PayableReader(companies))
                        .into(store::payables, progress);
                case CONTROLS -> taking(incoming, archived, day, file, new ControlReader(companies))
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
        archived.checkUnchanged();
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

    private <T> FileTaking<T> taking(Incoming incoming, ArchivedFile archived, LocalDate day, CsvFile file,
            RecordReader<T> reader) {
        return new FileTaking<>(incoming, archived, file, reader, head(incoming, Optional.of(file.kind()), archived, day),
                folders.rejected());
    }
}
