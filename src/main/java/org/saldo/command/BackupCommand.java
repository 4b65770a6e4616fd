package org.saldo.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saldo.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code saldo backup}. */
@Command(name = "backup", description = "A consistent copy of the books as one zip, while the service runs.")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private Saldo saldo;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The zip to write; it must not be there yet.")
    private Path file;

    @Override
    public Integer call() {
        Workplace workplace = saldo.workplace();
        Backup.Copied copied = workplace.withJobs(jobs ->
                jobs.backup().into(file.toAbsolutePath(), workplace.clock().instant()));
        spec.commandLine().getOut().printf("%s: %d rows, known until %s, chain %s%n", file, copied.rows(),
                copied.knownAt(), copied.chainHash());
        return Saldo.DONE;
    }
}
