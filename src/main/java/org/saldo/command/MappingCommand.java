package org.saldo.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.saldo.job.intake.MappingTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo mapping}. */
@Command(name = "mapping", description = "mapping try FILE: shows what a file would become, and takes nothing in.")
final class MappingCommand extends HubCommand {

    /** What to do. */
    enum Action { TRY }

    @Parameters(index = "0", paramLabel = "try")
    private Action action;

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file;

    @Option(names = "--kind", description = "customers, invoices, payments, remittances, payables or controls.")
    private String kind;

    @Option(names = "--mapping", description = "The id of the mapping to try.")
    private String mapping;

    @Option(names = "--rows", defaultValue = "10", description = "How many rows to show; 10 when not said.")
    private int rows;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw wrongUse(file + ": there is no such file");
        }
        return workplace().withJobs(jobs -> {
            MappingTrial.Shown shown = jobs.incoming().mappingTrial().show(file, ImportCommand.kind(this, kind),
                    Optional.ofNullable(mapping), rows);
            print(shown.lines());
            return shown.allReadable() ? Saldo.DONE : Saldo.REFUSED;
        });
    }
}
