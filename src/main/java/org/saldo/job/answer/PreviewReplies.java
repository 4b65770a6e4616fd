package org.saldo.job.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.correspondence.OwnWords;
import org.saldo.delivery.PreviewToken;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.finance.PreviewKey;
import org.saldo.delivery.worklist.Answer;
import org.saldo.delivery.worklist.AnswerMail;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.intake.FileRefused;
import org.saldo.intake.GivenInstruction;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;
import org.saldo.intake.WorklistReader;
import org.saldo.intake.mail.InboundMail;
import org.saldo.job.intake.InstructionDesk;
import org.saldo.job.intake.InstructionIntake;
import org.saldo.job.intake.InstructionRows;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Company;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Meaning;
import org.saldo.statement.answer.Ruling;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.ReplyMail;
import org.saldo.store.dunning.ReminderHolds;

/**
 * Takes in finance's answers to a preview of waiting reminders: one word for all of them, or the workbook with decisions. They
 * count from a person of authority.yaml for whose address our mail server vouches, when the subject carries the preview's
 * code; each is carried out and answered as a row of instructions. From anybody else nothing is carried out or answered.
 */
final class PreviewReplies {

    private static final String ACTOR = "replies";
    private static final String NO_WORD = "nothing was done: it says neither, or more than one word";

    private final InstructionIntake.Books books;
    private final PersonJobs people;
    private final InstructionIntake.Post post;
    private final OwnWords own;
    private final ReleaseWords words;
    private final AnswerStore answers;
    private final ReplyKey key;
    private final ReminderHolds holds;

    PreviewReplies(InstructionIntake.Books books, PersonJobs people, InstructionIntake.Post post, OwnWords own,
            ReleaseWords words) {
        this.books = books;
        this.people = people;
        this.post = post;
        this.own = own;
        this.words = words;
        this.answers = new AnswerStore(books.ledger());
        this.key = answers.replyKey();
        this.holds = new ReminderHolds(books.ledger());
    }

    /** What became of the mail; empty when it answers no preview. */
    Optional<ReplyReport> take(byte[] raw, InboundMail mail, Instant receivedAt, LocalDate day) {
        List<PreviewToken> tokens = PreviewToken.in(mail.subject());
        if (tokens.isEmpty() || mail.report().isPresent()) {
            return Optional.empty();
        }
        Optional<ReminderHolds.Preview> preview = tokens.size() > 1 ? Optional.empty()
                : holds.previews(tokens.get(0).day()).stream().filter(each -> key.isTokenOf(each.businessKey(), tokens.get(0)))
                        .findFirst();
        Optional<String> person = mail.from().flatMap(people.authority()::sender)
                .filter(any -> mail.proof().proof() == Heard.Proof.PASSED);
        boolean counts = preview.isPresent() && person.isPresent() && mail.heard() == Heard.Nature.PERSON;
        List<Answer> told = counts ? carryOut(mail, preview.get(), tokens.get(0), person.get(), day) : List.of();
        return Optional.of(books.ledger().record(BatchKind.ANSWER, ACTOR, day, batch -> answers.reply(batch, raw)
                .map(known -> new ReplyReport(ReplyReport.Outcome.KNOWN, "R-" + known))
                .orElseGet(() -> keep(batch, raw, mail, receivedAt, preview, counts, told))));
    }

    private List<Answer> carryOut(InboundMail mail, ReminderHolds.Preview preview, PreviewToken token, String person,
            LocalDate day) {
        String name = mail.files().isEmpty() ? "your answer" : String.join(", ", mail.files().keySet());
        InstructionRows rows = new InstructionRows(name, new InstructionDesk(books, people, person, day));
        decisions(mail, preview, token).forEach(rows::check);
        rows.carryOut();
        return rows.answers();
    }

    /** The workbooks that came back; without one the word. */
    private List<ReadRow<GivenInstruction>> decisions(InboundMail mail, ReminderHolds.Preview preview, PreviewToken token) {
        List<ReadRow<GivenInstruction>> rows = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : mail.files().entrySet()) {
            rows.addAll(workbook(file.getKey(), file.getValue()));
        }
        if (!rows.isEmpty()) {
            return rows;
        }
        Optional<Boolean> releases = words.read(own.of(mail.text()), mail.name());
        if (releases.isEmpty()) {
            return List.of(ReadRow.refused(new String[] {""}, new Rejection("your answer", 1, "words", NO_WORD,
                    "answer with " + words.toRelease("en") + " or " + words.toStop("en") + " alone, or send the workbook back")));
        }
        InstructionAction action = releases.get() ? InstructionAction.RELEASE_REMINDERS : InstructionAction.STOP_REMINDERS;
        PreviewKey all = new PreviewKey(preview.company(), token.day(), preview.businessKey(), "");
        return List.of(ReadRow.of(1, new String[] {""}, new GivenInstruction(preview.company(), "reminders/" + all.check() + "/"
                + action, Instruction.reminders(action, "", token.day(), preview.businessKey()), "answered the preview by mail",
                Optional.empty())));
    }

    /** Its rows; none when it is no workbook, such as the picture of a signature. */
    private List<ReadRow<GivenInstruction>> workbook(String name, byte[] bytes) {
        try {
            Path file = Files.createTempFile("preview", ".xlsx");
            try {
                Files.write(file, bytes);
                return WorklistReader.isWorkbook(file) ? WorklistReader.read(file, name, books.words()) : List.of();
            } catch (FileRefused refused) {
                return List.of(ReadRow.refused(new String[] {""}, refused.rejection()));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ReplyReport keep(Batch batch, byte[] raw, InboundMail mail, Instant receivedAt,
            Optional<ReminderHolds.Preview> preview, boolean counts, List<Answer> told) {
        Company company = preview.flatMap(each -> people.companies().find(each.company()))
                .orElseGet(() -> people.companies().standard());
        Heard heard = new Heard(mail.heard(), Heard.Sender.STRANGER, mail.proof().proof(), Heard.Binding.NONE, Meaning.OTHER,
                false, false, mail.attachments().size(), Optional.empty(), false, false, Optional.empty());
        String said = counts ? String.join("; ", told.stream().map(Answer::says).toList())
                : "answers a preview of reminders; nothing was carried out";
        ReplyMail kept = new ReplyMail(Channel.REPLY, company.id(), "", 0L, receivedAt, mail.from().orElse(""), mail.subject(),
                mail.proof().words(), heard, said);
        long reply = answers.addReply(batch, raw, kept);
        if (counts) {
            post.outbox().enqueue(batch, AnswerMail.of(new AnswerMail.Sender(company, post.from(),
                    books.words()), mail.from().orElseThrow(), "reminders-answer/R-" + reply,
                    books.words().in(company.language()).of(HouseWord.THE_PREVIEW), told));
        }
        return counts || mail.heard() == Heard.Nature.MACHINE ? new ReplyReport(ReplyReport.Outcome.KEPT, "R-" + reply)
                : new ReplyReport(ReplyReport.Outcome.TASK, "T-" + answers.addTask(batch, reply, kept,
                        Ruling.task(TaskReason.PREVIEW, Optional.empty())));
    }
}
