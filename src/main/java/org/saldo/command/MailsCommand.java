package org.saldo.command;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.saldo.job.Jobs;
import org.saldo.ledger.Decider;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.OutboxDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo mails}. */
@Command(name = "mails", description = {"The outbox. list: all mails, or those in a state; show: one with its life;",
    "retry: the same bytes once more; cancel: it shall not go out."})
final class MailsCommand extends HubCommand {

    private static final int PAGE = 500;

    /** What to do. */
    enum Action { LIST, SHOW, RETRY, CANCEL }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", paramLabel = "list|show|retry|cancel",
            description = "Else list.")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The mail's id, as list shows it.")
    private Long id;

    @Option(names = "--state", description = "Only mails in these states: ${COMPLETION-CANDIDATES}.")
    private List<MailState> states = Arrays.asList(MailState.values());

    @Option(names = "--raw", description = "With show: the mail's bytes as they go over the wire.")
    private boolean raw;

    @Option(names = "--reason", description = "With retry and cancel: why.")
    private String reason = "";

    @Override
    public Integer call() {
        if (action != Action.LIST && id == null) {
            throw wrongUse("say which mail: saldo mails " + action.name().toLowerCase(Locale.ROOT)
                    + " ID; `saldo mails list` shows the ids");
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            switch (action) {
                case LIST -> list(jobs.mails());
                case SHOW -> show(jobs.mails());
                default -> decide(workplace, jobs);
            }
            return Saldo.DONE;
        });
    }

    private void list(OutboxDesk desk) {
        long after = 0;
        List<OutboxDesk.Mail> page;
        do {
            page = desk.list(states, after, PAGE);
            for (OutboxDesk.Mail mail : page) {
                print("%d  %-9s %-9s %s  %s  %s".formatted(mail.id(), mail.state(), mail.kind(), mail.createdAt(),
                        mail.recipients(), mail.subject()));
                after = mail.id();
            }
        } while (page.size() == PAGE);
    }

    private void show(OutboxDesk desk) {
        OutboxDesk.Mail mail = desk.show(id);
        if (raw) {
            print(new String(desk.bytes(id), StandardCharsets.UTF_8));
            return;
        }
        print(List.of("mail        " + mail.id() + ", " + mail.kind() + " of " + mail.company()
                        + (mail.customer().isEmpty() ? "" : " for " + mail.customer()),
                "to          " + mail.recipients() + (mail.copies().isEmpty() ? "" : ", copies " + mail.copies()),
                "subject     " + mail.subject(),
                "about       " + mail.businessKey(), "message-id  " + mail.messageId(),
                "state       " + mail.state() + ", " + mail.attempts() + " attempt(s), " + mail.lastReply()));
        desk.events(id).forEach(event -> print("%s  %-9s %s: %s".formatted(event.at(), event.state(), event.actor(),
                event.detail())));
    }

    private void decide(Workplace workplace, Jobs jobs) {
        Decider who = new Decider(workplace.person(), reason, workplace.today(), "");
        if (action == Action.RETRY) {
            jobs.mails().retry(id, who.person(), who.reason());
            print("mail " + id + ": will be sent again");
        } else {
            jobs.mails().cancel(id, who.person(), who.day(), who.reason());
            print("mail " + id + ": will not be sent");
        }
    }
}
