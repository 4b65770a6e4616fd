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
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.job.Jobs;
import org.saldo.job.answer.AnswerDesk;
import org.saldo.job.answer.PaperDesk;
import org.saldo.job.answer.ReminderDesk;
import org.saldo.job.evidence.ScanKind;
import org.saldo.job.people.Decided;
import org.saldo.job.people.NoteJob;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo answers}. */
@Command(name = "answers", description = {"Answers that wait for a person. list: all of them; show: one;",
    "accept: it counts as suggested, or as --outcome says; each line that it contests becomes a dispute, and an answer",
    "to a reminder, or what is promised of a statement, a promise, dispute or plan;",
    "refuse: nothing is recorded of it; ask: chases silence now.",
    "A paper that waits for a second person (SC-17) is accepted, refused and shown in the same way."})
final class AnswersCommand extends HubCommand {

    /** What to do. */
    enum Action { LIST, SHOW, ACCEPT, REFUSE, ASK }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", paramLabel = "list|show|accept|refuse|ask",
            description = "Else list.")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Such as T-1017, or SC-1017 for a paper.")
    private String id;

    @Option(names = "--outcome", defaultValue = "", description = "With accept: what it counts as, instead of what is suggested.")
    private String outcome;

    @Option(names = "--reason", defaultValue = "", description = "With accept and refuse: why.")
    private String reason;

    @Option(names = "--document", defaultValue = "",
            description = "With accept: the only document that becomes a dispute, else every line that is contested.")
    private String document;

    @Option(names = "--amount", description = "With --document: how much of it, else all that is open.")
    private BigDecimal amount;

    @Option(names = "--code", defaultValue = "",
            description = "With --document: why, such as PRICE; else for the lines that do not say why.")
    private String code;

    @Option(names = "--without", split = ",", paramLabel = "DOCUMENT",
            description = "With accept of a dispute: a line that is left out of the disputes; all: none is opened.")
    private List<String> without = List.of();

    @Option(names = "--by", paramLabel = "DAY", description = "With accept of a promise: by when, instead of what it says.")
    private LocalDate by;

    @Option(names = "--schedule", defaultValue = "", paramLabel = "DAY:AMOUNT,...",
            description = "With accept: the instalments of a plan for --document \"INV-1 + INV-2\".")
    private String schedule;

    @Option(names = "--late-because", defaultValue = "", paramLabel = "CODE",
            description = "With accept: why the customer is late, by a code of lateness.yaml (of --document, else of all).")
    private String lateBecause;

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
            List<String> lines = workplace.withJobs(jobs -> Stream.of(jobs.answers().papers().list(company),
                    jobs.answers().desk().list(company), jobs.answers().chase().unreached(company, workplace.today()))
                    .flatMap(List::stream).toList());
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
        boolean paper = PaperDesk.isPaper(id);
        if (action == Action.SHOW && paper) {
            showPaper(workplace);
        } else if (action == Action.SHOW) {
            show(workplace);
        } else {
            return paper ? decidePaper(workplace) : decide(workplace);
        }
        return Saldo.DONE;
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
        if (!document.isEmpty() && code.isEmpty() && schedule.isEmpty() && by == null && lateBecause.isEmpty()) {
            throw wrongUse("say why " + document + " is contested: --code PRICE");
        }
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        List<String> lines = workplace.withJobs(jobs -> action == Action.REFUSE
                ? List.of(jobs.answers().desk().refuse(who, id).text()) : withLateness(jobs, who, said));
        print(lines);
        return Saldo.DONE;
    }

    /** Asked before anything is accepted, so that a misspelt code leaves the answer as it is. */
    private List<String> withLateness(Jobs jobs, Decider who, Optional<Outcome> said) {
        if (lateBecause.isEmpty()) {
            return accepted(jobs, who, said);
        }
        NoteJob notes = jobs.answers().notes(jobs.people());
        NoteJob.Late late = new NoteJob.Late(lateBecause, document.contains("+") ? "" : document);
        notes.requireLate(who, id, late);
        List<String> lines = new ArrayList<>(accepted(jobs, who, said));
        lines.add(notes.late(who, id, late).text());
        return lines;
    }

    private List<String> accepted(Jobs jobs, Decider who, Optional<Outcome> said) {
        List<String> lines = said.isEmpty() ? acceptedOfReminder(jobs, who) : List.of();
        if (!lines.isEmpty()) {
            return lines;
        }
        AnswerDesk.Contested contested = new AnswerDesk.Contested(jobs.people().dispute(), code.isEmpty() ? "" : document,
                Optional.ofNullable(amount), code, Set.copyOf(without));
        return jobs.answers().desk().accept(who, id, said, Optional.of(contested)).stream().map(Decided::text).toList();
    }

    private Integer decidePaper(Workplace workplace) {
        Decider who = new Decider(workplace.person(), reason, workplace.today(), company);
        print(workplace.withJobs(jobs -> action == Action.REFUSE ? jobs.answers().papers().refuse(who, id)
                : jobs.answers().papers().accept(who, id)).text());
        return Saldo.DONE;
    }

    private void showPaper(Workplace workplace) throws IOException {
        List<String> lines = workplace.withJobs(jobs -> jobs.answers().papers().show(id));
        print(lines);
        if (files != null) {
            byte[] scan = workplace.withJobs(jobs -> jobs.answers().papers().scan(id));
            Files.write(Files.createDirectories(files).resolve(id + ScanKind.endingOf(scan)), scan);
        }
    }
}
