package org.saldo.command;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.saldo.job.Work;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo once}. */
@Command(name = "once", description = "Does what waits now, in the order of a day, then ends.")
final class OnceCommand extends HubCommand {

    @Parameters(paramLabel = "STEP", arity = "0..*", description = "${COMPLETION-CANDIDATES}; none: all of them.")
    private List<Work.Step> steps = List.of();

    @Option(names = "--day", paramLabel = "DAY", description = "The day of the run; else today.")
    private LocalDate day;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        LocalDate ofRun = day == null ? workplace.today() : day;
        Set<Work.Step> wanted = steps.isEmpty() ? EnumSet.allOf(Work.Step.class) : EnumSet.copyOf(steps);
        return workplace.withJobs(jobs -> {
            wanted.forEach(step -> print("%-11s %s".formatted(step, jobs.work().run(step, ofRun))));
            return Saldo.DONE;
        });
    }
}
