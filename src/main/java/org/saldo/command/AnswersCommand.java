package org.saldo.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.job.AnswerDesk;
import org.saldo.job.Decided;
import org.saldo.job.Jobs;
import org.saldo.job.ReminderDesk;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.statement.answer.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo answers}. */
@Command(name = "answers", description = {"Answers that wait for a person. list: all of them; show: one;",
    "accept: it counts as suggested, or as --outcome says; an answer to a reminder becomes a promise, dispute or plan;",
    "refuse: nothing is recorded of it; ask: chases silence now."})
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

    @Option(names = "--document", defaultValue = "",
            description = "With accept of a dispute: what is contested; it becomes a dispute.")
    private String document;

    @Option(names = "--amount", description = "With --document: how much of it, else all that is open.")
    private BigDecimal amount;

    @Option(names = "--code", defaultValue = "", description = "With --document: why, such as PRICE.")
    private String code;

    @Option(names = "--by", paramLabel = "DAY", description = "With accept of a promise: by when, instead of what it says.")
    private LocalDate by;

    @Option(names = "--schedule", defaultValue = "", paramLabel = "DAY:AMOUNT,...",
            description = "With accept: the instalments of a plan for --document \"INV-1 + INV-2\".")
    private String schedule;

    @Option(names = "--company", defaultValue = "", description = "Of which company.")
    private String company;

    @Option(names = "--mail", paramLabel = "FILE", description = "With show: writes the mail there as it came in.")
    private Path mail;

    @Option(names = "--files", paramLabel = "FOLDER", description = "With show: writes the files there that the mail brings.")
    private Path files;

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
            show(workplace);
            return Saldo.DONE;
        }
        return decide(workplace);
    }

    private List<String> acceptedOfReminder(Jobs jobs, Decider who) {
        return jobs.answers().reminderDesk(jobs.people()).accept(who, id, new ReminderDesk.Given(document,
                Optional.ofNullable(amount), Optional.ofNullable(by), code, schedule)).map(Decided::text).stream().toList();
    }

    private void show(Workplace workplace) throws IOException {
        List<String> lines = workplace.withJobs(jobs -> jobs.answers().desk().show(id));
        print(lines);
        if (mail != null) {
            byte[] bytes = workplace.withJobs(jobs -> jobs.answers().desk().mail(id));
            Files.write(mail, bytes);
        }
        if (files != null) {
            Map<String, byte[]> brought = workplace.withJobs(jobs -> jobs.answers().desk().files(id));
            Files.createDirectories(files);
            for (Map.Entry<String, byte[]> file : brought.entrySet()) {
                Files.write(files.resolve(file.getKey()), file.getValue());
            }
        }
    }

    private Integer decide(Workplace workplace) {
        Optional<Outcome> said = outcome.isEmpty() ? Optional.empty() : Optional.of(Outcome.answer(outcome).orElseThrow(() ->
                wrongUse("--outcome " + outcome + ": is not known; use one of " + Outcome.answers())));
        if (!document.isEmpty() && code.isEmpty() && schedule.isEmpty() && by == null) {
            throw wrongUse("say why " + document + " is contested: --code PRICE");
        }
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        List<String> lines = workplace.withJobs(jobs -> action == Action.REFUSE
                ? List.of(jobs.answers().desk().refuse(who, id).text()) : accepted(jobs, who, said));
        print(lines);
        return Saldo.DONE;
    }

    /** What is contested comes first, so that an answer is not recorded whose dispute the books refuse; nor the reverse. */
    private List<String> accepted(Jobs jobs, Decider who, Optional<Outcome> said) {
        AnswerDesk desk = jobs.answers().desk();
        List<String> lines = new ArrayList<>(acceptedOfReminder(jobs, who));
        if (!lines.isEmpty()) {
            return lines;
        }
        if (!document.isEmpty()) {
            desk.requireAcceptable(who, id, said);
            desk.requireDocument(id, document);
            lines.add(jobs.people().dispute().open(who, document, Optional.ofNullable(amount),
                    new Instruction.Terms(code, "", "", "answer " + id)).text());
        }
        lines.add(desk.accept(who, id, said).text());
        return lines;
    }
}
