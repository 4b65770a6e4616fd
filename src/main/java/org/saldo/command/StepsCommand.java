package org.saldo.command;

import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.store.dunning.HouseStepStore.Outcome;
import org.saldo.store.dunning.HouseStepStore.Row;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo steps}. */
@Command(name = "steps", description = {"The steps of ladders inside the house that wait for a person: calls, words to",
    "salesperson and manager, proposals to hold deliveries, handovers. Or ends one of them."})
final class StepsCommand extends HubCommand {

    @ArgGroup
    private End end = new End();

    @Option(names = "--reason", defaultValue = "", description = "What came of it, or why it is dropped.")
    private String reason;

    @Option(names = "--company", defaultValue = "", description = "Only of this company.")
    private String company;

    /** How a step is ended; one of these. */
    static final class End {

        @Option(names = "--done", paramLabel = "STEP", description = "A person has done it, such as H-12.")
        private String done;

        @Option(names = "--drop", paramLabel = "STEP", description = "Nobody will do it.")
        private String dropped;
    }

    @Override
    public Integer call() {
        return end.done == null && end.dropped == null ? list() : end();
    }

    private Integer list() {
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            int count = 0;
            for (Row step : jobs.reminders().houseSteps().waiting(company, workplace.today())) {
                print(step.takenOn() + "  " + step.words());
                count++;
            }
            print(count + " step(s) wait");
            return Saldo.DONE;
        });
    }

    private Integer end() {
        if (reason.isBlank()) {
            throw new Refused("steps: --reason is missing; say what came of it");
        }
        Workplace workplace = workplace();
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        String label = end.done == null ? end.dropped : end.done;
        Outcome outcome = end.done == null ? Outcome.DROPPED : Outcome.DONE;
        print(workplace.withJobs(jobs -> jobs.reminders().houseSteps().end(who, jobs.people().authority(), label, outcome))
                .text());
        return Saldo.DONE;
    }
}
