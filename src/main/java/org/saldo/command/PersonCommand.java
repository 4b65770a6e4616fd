package org.saldo.command;

import java.util.function.BiFunction;
import org.saldo.job.Jobs;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import picocli.CommandLine.Option;

/** A person's decision: who is at the keyboard, why, and for which company. */
abstract class PersonCommand extends HubCommand {

    @Option(names = "--reason", required = true, description = "Why, for those who read the books later.")
    private String reason;

    @Option(names = "--company", defaultValue = "", description = "Where to look; needed when a number is used twice.")
    private String company;

    Integer decide(BiFunction<Jobs, Decider, Decided> decision) {
        Workplace workplace = workplace();
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        print(workplace.withJobs(jobs -> decision.apply(jobs, who)).text());
        return Saldo.DONE;
    }

    String company() {
        return company;
    }
}
