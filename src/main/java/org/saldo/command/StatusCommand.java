package org.saldo.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code saldo status}. */
@Command(name = "status", description = "What runs, waits, fails, is stale. Exit 1 when something needs a person.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Saldo saldo;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workplace workplace = saldo.workplace();
        return workplace.withJobs(jobs -> {
            var report = jobs.status().report(workplace.today());
            report.lines().forEach(spec.commandLine().getOut()::println);
            return report.needsAPerson() ? Saldo.REFUSED : Saldo.DONE;
        });
    }
}
