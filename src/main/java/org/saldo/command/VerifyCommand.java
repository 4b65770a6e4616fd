package org.saldo.command;

import org.saldo.job.Jobs;
import org.saldo.job.VerifyJob;
import org.saldo.store.verify.VerifyReport;
import picocli.CommandLine.Command;

/** {@code saldo verify}. */
@Command(name = "verify", description = "Recomputes what the ledger promises from its rows. Exit 1 on a breach.")
final class VerifyCommand extends HubCommand {

    @Override
    public Integer call() {
        return workplace().withJobs(jobs -> verify(this, jobs));
    }

    static Integer verify(HubCommand command, Jobs jobs) {
        VerifyJob job = jobs.verify();
        VerifyReport report;
        try (Progress progress = Progress.on(command.err(), "rows read", job.rowsToRead())) {
            report = job.run(progress::at);
        }
        print(command, report);
        return report.holds() ? Saldo.DONE : Saldo.REFUSED;
    }

    /** One line a promise, then its breaches, then what is no breach but worth knowing. */
    private static void print(HubCommand command, VerifyReport report) {
        for (VerifyReport.Result result : report.results()) {
            command.print("%-4s %-9s %,12d  %s".formatted(result.promise(), result.holds() ? "holds" : "BREACHED",
                    result.checked(), result.promise().sentence()));
            result.breaches().forEach(breach -> command.print("     " + breach));
            if (result.breached() > result.breaches().size()) {
                command.print("     and " + (result.breached() - result.breaches().size()) + " more");
            }
        }
        report.remarks().forEach(remark -> command.print("note " + remark));
        command.print("%d promises over %,d rows, known until %s: %s".formatted(report.results().size(), report.rows(),
                report.knownAt(), report.holds() ? "all hold" : "NOT all hold"));
        command.print("chain " + report.chainHead());
    }
}
