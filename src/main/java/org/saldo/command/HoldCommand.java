package org.saldo.command;

import java.util.List;
import org.saldo.credit.HoldStep;
import org.saldo.job.Jobs;
import org.saldo.job.people.Decided;
import org.saldo.job.people.HoldDesk;
import org.saldo.ledger.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo hold}. */
@Command(name = "hold", description = {"Asks the ERP to hold deliveries to a customer; release C-1: to deliver again.",
    "confirm CH-17, refuse CH-17: what the ERP did with a request; run: what holds.yaml sees, and hands it over."})
final class HoldCommand extends HubCommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER|release|confirm|refuse|run", description = "Its number, or what to do.")
    private String what;

    @Parameters(index = "1", arity = "0..1", defaultValue = "", paramLabel = "CUSTOMER|REQUEST", description = "Of what.")
    private String second;

    @Option(names = "--reason", defaultValue = "", description = "Why, for those who read the books later.")
    private String reason;

    @Option(names = "--company", defaultValue = "", description = "Where to look; needed when a number is used twice.")
    private String company;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        if (what.equals("run")) {
            String done = workplace.withJobs(jobs -> jobs.work().holds(workplace.today()));
            print(done);
            return Saldo.DONE;
        }
        if (List.of("release", "confirm", "refuse").contains(what) && second.isEmpty()) {
            throw wrongUse("say which: saldo hold " + what + (what.equals("release") ? " C-1" : " CH-17"));
        }
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        print(workplace.withJobs(jobs -> decided(jobs, who)).text());
        return Saldo.DONE;
    }

    private Decided decided(Jobs jobs, Decider who) {
        HoldDesk desk = jobs.people().hold();
        return switch (what) {
            case "release" -> desk.request(who, second, HoldStep.RELEASE_REQUESTED);
            case "confirm" -> desk.answer(who, second, true);
            case "refuse" -> desk.answer(who, second, false);
            default -> desk.request(who, what, HoldStep.HOLD_REQUESTED);
        };
    }
}
