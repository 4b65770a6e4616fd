package org.saldo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.job.AnswerDesk;
import org.saldo.job.Decided;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo answers}. */
@Command(name = "answers", description = {"Answers to statements that wait for a person. list: all of them; show: one;",
    "accept: it counts as suggested, or as --outcome says; refuse: nothing is recorded of it; ask: chases silence now."})
final class AnswersCommand extends HubCommand {

    /** What to do. */
    enum Action { LIST, SHOW, ACCEPT, REFUSE, ASK }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", paramLabel = "list|show|accept|refuse|ask",
            description = "Else list.")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Such as T-1017.")
    private String id;

    @Option(names = "--outcome", defaultValue = "", description = "With accept: what it counts as, instead of what is suggested.")
    private String outcome;

    @Option(names = "--reason", defaultValue = "", description = "With accept and refuse: why.")
    private String reason;

    @Option(names = "--company", defaultValue = "", description = "Of which company.")
    private String company;

    @Option(names = "--mail", paramLabel = "FILE", description = "With show: writes the mail there as it came in.")
    private Path mail;

    @Override
    public Integer call() throws IOException {
        Workplace workplace = workplace();
        if (action == Action.LIST) {
            List<String> lines = workplace.withJobs(jobs -> jobs.answers().desk().list(company));
            print(lines.isEmpty() ? List.of("no answer waits") : lines);
            return Saldo.DONE;
        }
        if (action == Action.ASK) {
            String done = workplace.withJobs(jobs -> jobs.work().answers(workplace.today()));
            print(done);
            return Saldo.DONE;
        }
        if (id == null) {
            throw wrongUse("say which: saldo answers " + action.name().toLowerCase(Locale.ROOT)
                    + " T-1017; `saldo answers` lists them");
        }
        if (action == Action.SHOW) {
            List<String> lines = workplace.withJobs(jobs -> jobs.answers().desk().show(id));
            print(lines);
            if (mail != null) {
                byte[] bytes = workplace.withJobs(jobs -> jobs.answers().desk().mail(id));
                Files.write(mail, bytes);
            }
            return Saldo.DONE;
        }
        Optional<Outcome> said = outcome.isEmpty() ? Optional.empty() : Optional.of(Outcome.answer(outcome).orElseThrow(() ->
                wrongUse("--outcome " + outcome + ": is not known; use one of " + Outcome.answers())));
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        Decided decided = workplace.withJobs(jobs -> {
            AnswerDesk desk = jobs.answers().desk();
            return action == Action.ACCEPT ? desk.accept(who, id, said) : desk.refuse(who, id);
        });
        print(decided.text());
        return Saldo.DONE;
    }
}
