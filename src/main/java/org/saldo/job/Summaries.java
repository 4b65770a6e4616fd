package org.saldo.job;

import java.util.List;
import java.util.function.ToLongFunction;
import org.saldo.store.JobRuns;

/** What a run did, in one line of figures: it goes into the log, so it names no customer. */
final class Summaries {

    private Summaries() {
    }

    static JobRuns.Result of(List<IntakeReport> reports) {
        return new JobRuns.Result(reports.isEmpty(), "%d file(s): %d read = %d accepted + %d already known + %d rejected"
                .formatted(reports.size(), sum(reports, IntakeReport::read), sum(reports, IntakeReport::accepted),
                        sum(reports, IntakeReport::duplicate), sum(reports, IntakeReport::rejected)));
    }

    static JobRuns.Result of(DeliveryReport report) {
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
