package org.saldo.command;

import java.util.Optional;
import org.saldo.intake.Rejection;
import org.saldo.job.Jobs;
import org.saldo.job.intake.RejectsJob;
import org.saldo.store.intake.RefusedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo rejects}. */
@Command(name = "rejects", description = "What was refused and waits for a correction; retry takes it in again.")
final class RejectsCommand extends HubCommand {

    private static final int REASONS_TOLD = 5;

    /** What to do. */
    enum Action { LIST, RETRY }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", paramLabel = "list|retry", description = "Else list.")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "As list shows it.")
    private Long id;

    @Option(names = "--mapping", description = "With retry: the id of the mapping to use.")
    private String mapping;

    @Override
    public Integer call() {
        if (action == Action.RETRY && id == null) {
            throw wrongUse("say which: saldo rejects retry ID; `saldo rejects list` shows the ids");
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> action == Action.LIST ? list(jobs.rejects()) : retry(workplace, jobs));
    }

    private Integer list(RejectsJob rejects) {
        for (RefusedFile file : rejects.list()) {
            print("%d  %s  %s".formatted(file.fileId(), file.day(), rejects.fileOf(file)));
            rejects.reasons(file, REASONS_TOLD).stream().map(Rejection::toString).forEach(reason -> print("    " + reason));
        }
        return Saldo.DONE;
    }

    private Integer retry(Workplace workplace, Jobs jobs) {
        return ImportCommand.tell(this, jobs.rejects().retry(id, Optional.ofNullable(mapping), workplace.person(),
                workplace.today()));
    }
}
