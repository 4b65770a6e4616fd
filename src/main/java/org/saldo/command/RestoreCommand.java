package org.saldo.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saldo.job.Jobs;
import org.saldo.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code saldo restore}. */
@Command(name = "restore", description = "Fills an empty database from a backup, then verifies it.")
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private Saldo saldo;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A zip that `saldo backup` wrote, of either kind of database.")
    private Path file;

    @Override
    public Integer call() {
        Workplace workplace = saldo.workplace();
        try (Jobs jobs = workplace.jobs()) {
            Backup.Copied copied = jobs.restore().from(file.toAbsolutePath());
            spec.commandLine().getOut().printf("%s: %d rows, known until %s, chain %s%n", file, copied.rows(),
                    copied.knownAt(), copied.chainHash());
            return Saldo.DONE;
        }
    }
}
