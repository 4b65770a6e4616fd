package org.saldo.command;

import org.saldo.job.people.Decided;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo approve}. */
@Command(name = "approve", description = {"Lets through what another person has proposed and two must decide; it is carried out",
    "at once, by the books of now. `saldo export instructions` lists what waits."})
final class ApproveCommand extends HubCommand {

    @Parameters(paramLabel = "ID", description = "The instruction's id, such as I-1017.")
    private String id;

    @Option(names = "--reason", defaultValue = "", description = "What is to be remembered beside the proposer's reason.")
    private String reason;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        Decided decided = workplace.withJobs(jobs -> jobs.people().instructions().approve(workplace.person(), id, reason,
                workplace.today()));
        print(decided.text());
        return Saldo.DONE;
    }
}
