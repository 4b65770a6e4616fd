package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.worklist.Answer;
import org.saldo.delivery.worklist.AnswerMail;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.intake.Channel;
import org.saldo.intake.CsvFile;
import org.saldo.intake.FileKind;
import org.saldo.intake.FileRefused;
import org.saldo.intake.FileRows;
import org.saldo.intake.GivenInstruction;
import org.saldo.intake.Incoming;
import org.saldo.intake.InstructionReader;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;
import org.saldo.intake.WorklistReader;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.store.Ledger;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.intake.IntakeCounts;
import org.saldo.store.intake.IntakeHead;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.people.InstructionFiles;
import org.saldo.store.people.InstructionStore;

/**
 * Takes in a worklist that came back, or a file of instructions. All rows are looked at before the first is carried out;
 * then each is carried out by the job of its command, in a transaction of its own, and each is answered. What stops
 * half-way is taken in again: what was carried out is known by its key.
 */
public final class InstructionIntake {

    private static final int ROWS_MAX = 20_000;

    private final Books books;
    private final PersonJobs people;
    private final Companies companies;
    private final Authority authority;
    private final InstructionAnswers answers;
    private final Post post;

    /** Where instructions and the worklist are read, and its words. */
    public record Books(InstructionStore instructions, WorklistStore worklist, Ledger ledger, WorklistWordings words) {
    }

    /** How answers leave. */
    public record Post(OutboxStore outbox, String from) {
    }

    public InstructionIntake(Books books, PersonJobs people, InstructionAnswers answers, Post post) {
        this.books = books;
        this.people = people;
        this.companies = people.companies();
        this.authority = people.authority();
        this.answers = answers;
        this.post = post;
    }

    public IntakeReport takeWorkbook(Incoming incoming, ArchivedFile archived, LocalDate day) {
        if (incoming.kind().filter(kind -> kind != FileKind.INSTRUCTIONS).isPresent()) {
            throw new FileRefused(new Rejection(incoming.name(), 1, "file", "is a workbook", "save its rows as CSV"));
        }
        return answered(incoming, archived, day, Optional.empty());
    }

    public IntakeReport take(Incoming incoming, ArchivedFile archived, LocalDate day, CsvFile file) {
        return answered(incoming, archived, day, Optional.of(file));
    }

    /** Whose word it is, and the rows; a refusal of the whole file is answered as well. */
    private IntakeReport answered(Incoming incoming, ArchivedFile archived, LocalDate day, Optional<CsvFile> csv) {
        String person = "intake";
        List<ReadRow<GivenInstruction>> rows;
        try {
            person = person(incoming);
            rows = csv.isPresent() ? rows(csv.get(), incoming.name()) : WorklistReader.read(
                    incoming.file(), incoming.name(), books.words());
        } catch (FileRefused refused) {
            rows = List.of(ReadRow.refused(new String[] {""}, refused.rejection()));
            return settle(incoming, archived, day, person, rows, Optional.empty());
        }
        return settle(incoming, archived, day, person, rows, csv);
    }

    private IntakeReport settle(Incoming incoming, ArchivedFile archived, LocalDate day, String person,
            List<ReadRow<GivenInstruction>> rows, Optional<CsvFile> csv) {
        InstructionRows settled = new InstructionRows(incoming.name(), new InstructionDesk(books, people, person, day));
        rows.forEach(settled::check);
        settled.carryOut();
        List<Answer> told = settled.answers();
        IntakeHead head = new IntakeHead(incoming.name(), incoming.channel(), Optional.of(FileKind.INSTRUCTIONS),
                companies.standard().id(), false, archived.sha256(), person, day);
        List<Rejection> rejections = settled.refused().stream().map(row -> row.rejection().orElseThrow()).toList();
        IntakeCounts counts = settled.counts();
        List<String> about = told.stream().map(Answer::company).filter(id -> !id.isEmpty()).distinct().sorted().toList();
        long fileId = new InstructionFiles(books.ledger(), post.outbox()).add(head, about, counts, rejections,
                incoming.retryOf(), id -> mail(incoming, person, id, told));
        answers.reject(incoming, fileId, settled.refused(), csv);
        answers.write(incoming, fileId, day, told);
        archived.store();
        return new IntakeReport(fileId, incoming.name(), Optional.of(FileKind.INSTRUCTIONS), counts.read(), counts.accepted(),
                counts.duplicate(), counts.rejected(),
                rejections.subList(0, Math.min(rejections.size(), IntakeReport.REJECTIONS_MAX)));
    }

    /** Who is behind the file: who typed the command, whose address mailed it, or who answers for the folder. */
    private String person(Incoming incoming) {
        return switch (incoming.channel()) {
            case COMMAND -> incoming.actor();
            case MAIL -> sender(incoming);
            default -> authority.dropped().orElseThrow(() -> refused(incoming, "nobody answers for a file of instructions that"
                    + " is dropped into the inbox", "name the person as 'dropped-instructions-by:' in " + authority.where()
                    + ", or `saldo import` it as yourself"));
        };
    }

    private String sender(Incoming incoming) {
        if (!incoming.sender().vouched()) {
            throw new FileRefused(MailIntake.notVouched(incoming));
        }
        String address = incoming.sender().address();
        return authority.sender(address).orElseThrow(() -> refused(incoming, "nobody in " + authority.where()
                + " has the address " + address, "add it there as 'mail:' of the person"));
    }

    private static FileRefused refused(Incoming incoming, String reason, String remedy) {
        return new FileRefused(new Rejection(incoming.name(), 1, "file", reason, remedy));
    }

    private List<ReadRow<GivenInstruction>> rows(CsvFile csv, String name) {
        List<ReadRow<GivenInstruction>> read = new ArrayList<>();
        try (FileRows<GivenInstruction> rows = csv.rows(new InstructionReader(companies))) {
            for (Optional<ReadRow<GivenInstruction>> row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get());
                if (read.size() > ROWS_MAX) {
                    throw new FileRefused(new Rejection(name, row.get().line(), "file", "has more than " + ROWS_MAX
                            + " instructions", "split it"));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return read;
    }

    /**
     * Whoever mailed it is answered, and who answers for the folder; who typed a command sees what came of it. Where the
     * sender is not proved, finance is told, and nobody at the address that may have been made up.
     */
    private Optional<OutgoingMail> mail(Incoming incoming, String person, long fileId, List<Answer> told) {
        if (incoming.channel() == Channel.MAIL && !incoming.sender().vouched()) {
            List<String> finance = companies.standard().financeMail();
            return finance.isEmpty() ? Optional.empty() : Optional.of(AnswerMail.notProved(sender(), finance,
                    fileId, incoming.name(), told));
        }
        Optional<String> to = switch (incoming.channel()) {
            case MAIL -> Optional.of(incoming.sender().address());
            case FILE -> authority.senders().entrySet().stream().filter(entry -> entry.getValue().equals(person))
                    .map(Map.Entry::getKey).sorted().findFirst();
            default -> Optional.empty();
        };
        return to.map(address -> AnswerMail.of(sender(), address, fileId, incoming.name(), told));
    }

    private AnswerMail.Sender sender() {
        return new AnswerMail.Sender(companies.standard(), post.from(), books.words());
    }
}
