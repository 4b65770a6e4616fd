package org.saldo.command;

import picocli.CommandLine.Command;

/** {@code saldo status}. */
@Command(name = "status", description = "What runs, waits, fails, is stale. Exit 1 when something needs a person.")
final class StatusCommand extends HubCommand {

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            var report = jobs.status().report(workplace.today());
            report.lines().forEach(out()::println);
            return report.needsAPerson() ? Saldo.REFUSED : Saldo.DONE;
        });
    }
}
