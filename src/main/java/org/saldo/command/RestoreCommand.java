package org.saldo.command;

import java.nio.file.Path;
import org.saldo.store.backup.Backup;
import org.saldo.store.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo restore}. */
@Command(name = "restore", description = "Fills an empty database from a backup, then verifies it.")
final class RestoreCommand extends HubCommand {

    @Parameters(paramLabel = "FILE", description = "A zip that `saldo backup` wrote, of either kind of database.")
    private Path file;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            Backup.Copied copied = fill(jobs.restore());
            print("%s: %d rows, known until %s, chain %s".formatted(file, copied.rows(), copied.knownAt(),
                    copied.chainHash()));
            return VerifyCommand.verify(this, jobs);
        });
    }

    private Backup.Copied fill(Restore restore) {
        Path copy = file.toAbsolutePath();
        try (Progress progress = Progress.on(err(), "rows restored", restore.rowsToRestore(copy))) {
            return restore.from(copy, progress::at);
        }
    }
}
