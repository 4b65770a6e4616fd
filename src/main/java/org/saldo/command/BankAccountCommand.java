package org.saldo.command;

import java.util.List;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo bank-account}. */
@Command(name = "bank-account", description = {"The accounts that are printed to customers (bank-accounts.yaml). list: who has",
    "released which, and from when it is printed; release: one of two people says that it is right; withdraw: it is not."})
final class BankAccountCommand extends HubCommand {

    /** What to do. */
    enum Action { LIST, RELEASE, WITHDRAW }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", paramLabel = "list|release|withdraw",
            description = "Else list.")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The account's id in bank-accounts.yaml.")
    private String id;

    @Option(names = "--company", defaultValue = "", description = "Of which company; else of the first.")
    private String company;

    @Option(names = "--reason", defaultValue = "", description = "What it was compared with, or why it is wrong.")
    private String reason;

    @Override
    public Integer call() {
        if (action != Action.LIST && id == null) {
            throw wrongUse("say which: saldo bank-account release ID --reason TEXT; `saldo bank-account` shows them");
        }
        Workplace workplace = workplace();
        if (action == Action.LIST) {
            List<String> lines = workplace.withJobs(jobs -> jobs.bankAccounts().list());
            print(lines);
            return Saldo.DONE;
        }
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        Decided done = workplace.withJobs(jobs -> action == Action.RELEASE
                ? jobs.bankAccountDesk().release(jobs.people().authority(), who, id)
                : jobs.bankAccountDesk().withdraw(jobs.people().authority(), who, id));
        print(done.text());
        return Saldo.DONE;
    }
}
