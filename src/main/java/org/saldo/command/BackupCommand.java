package org.saldo.command;

import java.nio.file.Path;
import java.time.Instant;
import org.saldo.store.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo backup}. */
@Command(name = "backup", description = "A consistent copy of the books as one zip, while the service runs.")
final class BackupCommand extends HubCommand {

    @Parameters(paramLabel = "FILE", description = "The zip to write; it must not be there yet.")
    private Path file;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        Backup.Copied copied = workplace.withJobs(jobs -> copy(jobs.backup(), workplace.clock().instant()));
        print("%s: %d rows, known until %s, chain %s".formatted(file, copied.rows(), copied.knownAt(),
                copied.chainHash()));
        return Saldo.DONE;
    }

    private Backup.Copied copy(Backup backup, Instant now) {
        try (Progress progress = Progress.on(err(), "rows copied", backup.rowsToCopy())) {
            return backup.into(file.toAbsolutePath(), now, progress::at);
        }
    }
}
