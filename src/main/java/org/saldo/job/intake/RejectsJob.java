package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.intake.Channel;
import org.saldo.intake.Incoming;
import org.saldo.intake.Rejection;
import org.saldo.job.DataFolders;
import org.saldo.ledger.Refused;
import org.saldo.store.intake.IntakeStore;
import org.saldo.store.intake.RefusedFile;

/** Looks at what was refused, and takes it in again once a person has corrected it under {@code data/rejected}. */
public final class RejectsJob {

    private final IntakeStore store;
    private final IntakeJob intake;
    private final DataFolders folders;

    public RejectsJob(IntakeStore store, IntakeJob intake, DataFolders folders) {
        this.store = store;
        this.intake = intake;
        this.folders = folders;
    }

    /** The files of which something was refused that nobody has taken in again, the oldest first. */
    public List<RefusedFile> list() {
        return store.refusedFiles();
    }

    /** The first reasons, in the order of the file. */
    public List<Rejection> reasons(RefusedFile file, int most) {
        return store.rejections(file, most);
    }

    /** Where the refused rows of a file wait to be corrected. */
    public Path fileOf(RefusedFile file) {
        String name = file.channel() == Channel.DATABASE && !file.name().endsWith(".csv") ? file.name() + ".csv" : file.name();
        return RejectedRows.fileOf(folders.rejected(), file.fileId(), name);
    }

    /**
     * Takes the refused rows in again; what is still wrong is refused again, under the id of the report.
     *
     * @throws Refused when nothing of this id waits, or its rows are gone
     */
    public IntakeReport retry(long fileId, Optional<String> mapping, String actor, LocalDate day) {
        RefusedFile file = store.refusedFiles().stream().filter(one -> one.fileId() == fileId).findFirst()
                .orElseThrow(() -> new Refused("rejects " + fileId + ": nothing of this id waits; `saldo rejects list` shows"
                        + " what does"));
        Path rows = fileOf(file);
        if (!Files.isRegularFile(rows)) {
            throw new Refused(rows + ": the file is gone; take the rows in from where they came");
        }
        String name = rows.getFileName().toString().substring(Long.toString(fileId).length() + 1);
        IntakeReport report = intake.takeIn(new Incoming(rows, name, file.channel() == Channel.DATABASE ? Channel.DATABASE
                : Channel.COMMAND, file.kind(), mapping, file.opening(), actor, true, Optional.of(fileId)), day);
        try {
            Files.deleteIfExists(RejectedRows.reasonsOf(rows));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return report;
    }
}
