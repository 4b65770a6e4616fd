package org.saldo.command;

import java.util.List;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo learned}. */
@Command(name = "learned", description = {"What was learned of payers that are not on file. list: all of it, with the payments;",
    "forget: it counts no longer."})
final class LearnedCommand extends HubCommand {

    /** What to do. */
    enum Action { LIST, FORGET }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", paramLabel = "list|forget", description = "Else list.")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PAYER", description = "An account, a name or a customer's number.")
    private String payer;

    @Option(names = "--customer", defaultValue = "", description = "With forget: only that it paid for this customer.")
    private String customer;

    @Option(names = "--company", defaultValue = "", description = "Of which company.")
    private String company;

    @Option(names = "--reason", defaultValue = "", description = "With forget: why.")
    private String reason;

    @Override
    public Integer call() {
        if (action == Action.FORGET && payer == null) {
            throw wrongUse("say of whom: saldo learned forget PAYER --reason TEXT; `saldo learned` shows them");
        }
        Workplace workplace = workplace();
        if (action == Action.LIST) {
            List<String> lines = workplace.withJobs(jobs -> jobs.learned().list(company));
            print(lines);
        } else {
            Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
            Decided done = workplace.withJobs(jobs -> jobs.learned().forget(who, payer, customer));
            print(done.text());
        }
        return Saldo.DONE;
    }
}
