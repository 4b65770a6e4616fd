package org.saldo.command;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.job.people.NoteJob;
import org.saldo.ledger.Decider;
import org.saldo.store.dunning.ContactNotes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo note}. */
@Command(name = "note", description = {"Notes a contact with a customer: a call, a visit, a letter.",
    "It stands in `saldo explain CUSTOMER` and in `saldo export contacts`, beside mails, answers and decisions."})
final class NoteCommand extends HubCommand {

    @Parameters(paramLabel = "CUSTOMER", description = "Its number.")
    private String customer;

    @Option(names = "--text", required = true, description = "What was said.")
    private String text;

    @Option(names = "--channel", defaultValue = "call", description = "call, visit, letter, mail, chat or other; else call.")
    private String channel;

    @Option(names = "--with", defaultValue = "", description = "Who of the customer's.")
    private String with;

    @Option(names = "--on", paramLabel = "DAY", description = "When; else today.")
    private LocalDate day;

    @Option(names = "--late-because", defaultValue = "", paramLabel = "CODE",
            description = "Why it pays late: a reason of policies/lateness.yaml.")
    private String late;

    @Option(names = "--document", defaultValue = "", description = "With --late-because: of which document, else of all.")
    private String document;

    @Option(names = "--company", defaultValue = "", description = "Where to look; needed when a number is used twice.")
    private String company;

    @Override
    public Integer call() {
        if (!document.isEmpty() && late.isEmpty()) {
            throw wrongUse("say why " + document + " is paid late: --late-because CASH_SHORT");
        }
        Workplace workplace = workplace();
        LocalDate today = workplace.today();
        Decider who = new Decider(workplace.person(), "noted by hand", today, company);
        print(workplace.withJobs(jobs -> jobs.answers().notes(jobs.people()).note(who, customer,
                new ContactNotes.Note(channel, day == null ? today : day, with, text),
                Optional.of(new NoteJob.Late(late, document)).filter(each -> !each.code().isEmpty()))).text());
        return Saldo.DONE;
    }
}
