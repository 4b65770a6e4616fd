package org.saldo.job;

import java.util.List;
import java.util.function.ToLongFunction;
import org.saldo.job.dunning.DunningReport;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.job.reconciliation.WorklistReport;
import org.saldo.job.statement.StatementReport;
import org.saldo.reconciliation.Outcome;
import org.saldo.store.JobRuns;

/** What a run did, in one line of figures: it goes into the log, so it names no customer. */
final class Summaries {

    private static final String ELSEWHERE = "another process is at it";

    private Summaries() {
    }

    static JobRuns.Result of(List<IntakeReport> reports) {
        return new JobRuns.Result(reports.isEmpty(), "%d file(s): %d read = %d accepted + %d already known + %d rejected"
                .formatted(reports.size(), sum(reports, IntakeReport::read), sum(reports, IntakeReport::accepted),
                        sum(reports, IntakeReport::duplicate), sum(reports, IntakeReport::rejected)));
    }

    static JobRuns.Result ofSource(IntakeReport report) {
        return new JobRuns.Result(report.accepted() + report.rejected() == 0,
                "%d read = %d accepted + %d already known + %d rejected".formatted(report.read(), report.accepted(),
                        report.duplicate(), report.rejected()));
    }

    static JobRuns.Result of(ReconciliationReport report) {
        if (report.held()) {
            return new JobRuns.Result(true, ELSEWHERE);
        }
        return new JobRuns.Result(report.written() == 0, "%d applied, %d proposed, %d deferred; %d receipt(s) wait".formatted(
                report.count(Outcome.APPLIED), report.count(Outcome.PROPOSED), report.count(Outcome.DEFERRED),
                report.waiting()));
    }

    /** Of several months, oldest first; none: nothing was due. */
    static JobRuns.Result ofMonths(List<StatementReport> months) {
        List<JobRuns.Result> results = months.stream().map(Summaries::of).toList();
        return results.isEmpty() ? new JobRuns.Result(true, "no month is due")
                : new JobRuns.Result(results.stream().allMatch(JobRuns.Result::idle),
                        String.join("; ", results.stream().map(JobRuns.Result::summary).toList()));
    }

    private static JobRuns.Result of(StatementReport report) {
        if (report.elsewhere()) {
            return new JobRuns.Result(true, ELSEWHERE);
        }
        int already = report.companies().stream().mapToInt(StatementReport.CompanyStatements::alreadyMade).sum();
        long blocked = report.companies().stream().filter(company -> company.blocked().isPresent()).count();
        return new JobRuns.Result(report.made() + report.notMade() == 0,
                "%s: %d made, %d made before, %d could not be made, %d company(s) held back".formatted(report.month(),
                        report.made(), already, report.notMade(), blocked));
    }

    static JobRuns.Result of(DunningReport report) {
        if (report.elsewhere()) {
            return new JobRuns.Result(true, ELSEWHERE);
        }
        int withheld = report.companies().stream().mapToInt(company -> company.notable().size()).sum();
        long nobody = report.companies().stream().filter(company -> company.nobody().isPresent()).count();
        return new JobRuns.Result(report.reminded() == 0, "%d reminder(s) written, %d withheld, %d company(s) held back"
                .formatted(report.reminded(), withheld, nobody));
    }

    static JobRuns.Result of(WorklistReport report) {
        return new JobRuns.Result(report.written() == 0, "%d worklist(s) written, %d receipt(s) wait%s".formatted(
                report.written(), report.waiting(), report.notWritten().isEmpty() ? ""
                        : "; none for " + String.join(", ", report.notWritten())));
    }

    static JobRuns.Result of(DeliveryReport report) {
        if (report.elsewhere()) {
            return new JobRuns.Result(true, ELSEWHERE);
        }
        int moved = report.accepted() + report.postponed() + report.failed() + report.inDoubt() + report.recovered()
                + report.cancelled().size();
        return new JobRuns.Result(moved == 0 && report.unreachable().isEmpty(),
                "%d sent, %d postponed, %d failed, %d in doubt, %d cancelled, %d wait%s".formatted(report.accepted(),
                        report.postponed(), report.failed(), report.inDoubt() + report.recovered(),
                        report.cancelled().size(), report.waiting(),
                        report.unreachable().map(why -> "; " + why).orElse("")));
    }

    private static long sum(List<IntakeReport> reports, ToLongFunction<IntakeReport> count) {
        return reports.stream().mapToLong(count).sum();
    }
}
