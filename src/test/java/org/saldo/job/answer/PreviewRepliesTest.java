package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.correspondence.OwnWords;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.Templates;
import org.saldo.delivery.finance.ReminderColumn;
import org.saldo.delivery.finance.ReminderWorkbook;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.job.People;
import org.saldo.job.dunning.DunningJob;
import org.saldo.job.dunning.DunningRules;
import org.saldo.job.dunning.ReminderWriting;
import org.saldo.job.intake.InstructionIntake;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.PersonAction;
import org.saldo.settings.PlainPolicy;
import org.saldo.settings.RemindersFile;
import org.saldo.settings.RepliesFile;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.people.InstructionStore;

/** Finance answers the preview of three reminders that wait, by a word or by the workbook. */
class PreviewRepliesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final String ANNA = "anna@seller.example";
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.GERMAN,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final Companies COMPANIES = new Companies(List.of(MAIN));
    private static final Authority AUTHORITY = new Authority("authority.yaml", List.of(
            new Authority.Grant("anna", EnumSet.of(PersonAction.RELEASE), Optional.empty()),
            new Authority.Grant("clerk", EnumSet.of(PersonAction.BLOCK), Optional.empty())), List.of(),
            Map.of(ANNA, "anna", "clerk@seller.example", "clerk"), Optional.empty());
    private static final ReplyReader READER = new ReplyReader(RepliesFile.read(Path.of("config/policies/replies.yaml")));
    private static final ReminderTerms SHIPPED = RemindersFile.read(Path.of("config/policies/reminders.yaml"));

    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;

    @AfterEach
    void close() {
        if (database != null) {
            leases.close();
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneWordFromAPersonWhoMayLetsAllOfThemGo(TestDatabase kind) {
        open(kind);
        assertThat(books.texts("ALERT")).singleElement().asString()
                .contains("FREIGEBEN: gibt alle frei", "ANHALTEN: hält alle an");
        assertThat(take(ANNA, "pass", "Hallo,\r\n\r\nfreigeben!\r\n\r\nViele Grüße\r\nAnna Schmidt\r\n> Re").outcome())
                .isEqualTo(ReplyReport.Outcome.KEPT);
        assertThat(answers()).singleElement().asString().contains("company main: 3 reminder(s) of 2026-10-29 go");
        assertThat(waiting()).isZero();
        take(ANNA, "pass", "Freigeben");
        assertThat(answers()).hasSize(2).last().asString().contains("1 known already");
        take(ANNA, "pass", "stop");
        assertThat(answers()).hasSize(3).last().asString().contains("no reminder of 2026-10-29 waits (any more)");
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'")).allSatisfy(row ->
                assertThat(row).containsEntry("state", "PENDING"));
    }

    @ParameterizedTest
    @EnumSource
    void aWordThatSaysMoreDecidesNothingAndIsAnsweredSo(TestDatabase kind) {
        open(kind);
        for (String text : List.of("Freigeben, aber nicht C-2", "freigeben\r\nC-2 bitte nicht", "", "Ja", "nicht freigeben")) {
            take(ANNA, "pass", text);
        }
        assertThat(answers()).hasSize(5).allSatisfy(answer -> assertThat(answer).contains("nothing was done", "RELEASE or STOP"));
        assertThat(waiting()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotProvedOrMayNotDecidesNothing(TestDatabase kind) {
        open(kind);
        assertThat(take(ANNA, "none", "release").outcome()).isEqualTo(ReplyReport.Outcome.TASK);
        assertThat(take(ANNA, "fail", "release").outcome()).isEqualTo(ReplyReport.Outcome.TASK);
        assertThat(take("mallory@seller.example", "pass", "release").outcome()).isEqualTo(ReplyReport.Outcome.TASK);
        assertThat(answers()).as("nobody unknown is written to").isEmpty();
        assertThat(take("clerk@seller.example", "pass", "release").outcome()).isEqualTo(ReplyReport.Outcome.KEPT);
        assertThat(answers()).singleElement().asString().contains("'clerk' may not release");
        String forged = token().replaceAll(".]$", token().endsWith("7]") ? "8]" : "7]");
        assertThat(take(mail(ANNA, "pass", "Re: " + forged, "release")).outcome()).isEqualTo(ReplyReport.Outcome.TASK);
        assertThat(take(mail(ANNA, "pass", "Re: " + token(), "release", "Auto-Submitted: auto-replied\r\n")).outcome())
                .isEqualTo(ReplyReport.Outcome.KEPT);
        assertThat(waiting()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void theSameMailAgainIsNone(TestDatabase kind) {
        open(kind);
        byte[] mail = mail(ANNA, "pass", "AW: " + token(), "stop");
        assertThat(take(mail).outcome()).isEqualTo(ReplyReport.Outcome.KEPT);
        assertThat(take(mail).outcome()).isEqualTo(ReplyReport.Outcome.KNOWN);
        assertThat(answers()).hasSize(1);
        assertThat(books.count("reminder_withdrawal")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void anOldPreviewLetsNothingGoThatItDoesNotShow(TestDatabase kind) throws IOException {
        open(kind);
        String old = token();
        byte[] workbook = filled(workbook(), Map.of("all other rows", "release", "C-1", "stop"));
        books.customer("C-9", "c9@acme.example", "en");
        books.invoice("INV-9", "C-9", DAY.minusDays(20), "100.00");
        job().run(DAY, false);
        assertThat(token()).isNotEqualTo(old);
        take(mail(ANNA, "pass", "Re: " + old, "release"));
        assertThat(answers()).singleElement().asString().contains("there is a later preview");
        take(withFile(old, workbook));
        assertThat(answers()).last().asString().contains("1 done, 1 refused", "customer main/C-1: 1 reminder(s)",
                "there is a later preview");
        assertThat(waiting()).isEqualTo(3);
        take(ANNA, "pass", "release");
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theWorkbookStopsSomeAndLetsTheOthersGo(TestDatabase kind) throws IOException {
        open(kind);
        byte[] workbook = filled(workbook(), Map.of("all other rows", "release", "C-2", "stop"));
        take(withFile(token(), workbook));
        assertThat(answers()).singleElement().asString().contains("2 done", "stop the reminder to C-2 of 2026-10-29",
                "customer main/C-2: 1 reminder(s) of 2026-10-29 do not go", "company main: 2 reminder(s) of 2026-10-29 go");
        assertThat(waiting()).isZero();
        assertThat(books.rows("SELECT customer_id FROM mail WHERE state = 'CANCELLED'")).singleElement().asString()
                .contains("C-2");
        take(withFile(token() + " again", workbook));
        assertThat(answers()).last().asString().contains("2 known already").doesNotContain("refused");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedRowOrFormulaDecidesNothing(TestDatabase kind) throws IOException {
        open(kind);
        byte[] workbook = filled(workbook(), Map.of("C-1", "=\"release\"", "C-2", "perhaps", "C-3", "release!key"));
        take(withFile(token(), workbook));
        assertThat(answers()).singleElement().asString().contains("3 refused", "holds a formula", "is none of the list",
                "is not as the hub wrote it");
        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void noWordMayMeanBoth() {
        assertThat(SHIPPED.words().read("放行。", "")).contains(true);
        assertThat(SHIPPED.words().read("Arrêter\nJean", "Jean Petit")).contains(false);
        assertThat(SHIPPED.words().toRelease("nl")).isEqualTo("RELEASE");
        assertThatThrownBy(() -> new ReleaseWords(Map.of("en", List.of("go")),
                Map.of("en", List.of("Go!")))).hasMessageContaining("'go' stands under release and under stop");
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        for (int i = 1; i <= 3; i++) {
            books.customer("C-" + i, "c" + i + "@acme.example", "en");
            books.invoice("INV-" + i, "C-" + i, DAY.minusDays(20), "100.00");
        }
        books.bankDataTo(DAY);
        job().run(DAY, false);
    }

    private DunningJob job() {
        RunLimits limits = new RunLimits(true, Map.of(), Map.of(), RunLimits.NONE.first());
        ReminderWriting writing = new ReminderWriting(new ReminderMail(templates, "hub@seller.example"),
                new ReminderTerms(limits, false, false, List.of()), new AnswerStore(ledger).replyKey(), false,
                (any, day) -> Optional.empty(), Optional.of(new ReminderPreview(templates, "hub@seller.example",
                new AnswerStore(ledger).replyKey(), SHIPPED.words(),
                new WorklistWordings(Map.of()))), Optional.empty());
        return new DunningJob(ledger, leases, outbox(), new DunningRules(COMPANIES,
                PlainPolicy.read(), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY), writing,
                new ReminderSummary(templates, "hub@seller.example"));
    }

    private OutboxStore outbox() {
        return new OutboxStore(ledger, CustomerMail.ON);
    }

    private ReplyReport take(String from, String result, String text) {
        return take(mail(from, result, "Re: " + token(), text));
    }

    private ReplyReport take(byte[] raw) {
        now = now.plus(Duration.ofMinutes(1));
        PreviewReplies previews = new PreviewReplies(new InstructionIntake.Books(new InstructionStore(),
                new WorklistStore(ledger), ledger, new WorklistWordings(Map.of())),
                new PersonJobs(ledger, COMPANIES, AUTHORITY, People.DISPUTES),
                new InstructionIntake.Post(outbox(), "hub@seller.example"),
                new OwnWords(RepliesFile.read(Path.of("config/policies/replies.yaml"))), SHIPPED.words());
        MailReader mails = new MailReader(MailLimits.USUAL, "mx.saldo.example", 0);
        return new ReplyJob(ledger, COMPANIES, AnswerPolicy.NONE, new ReplyJob.Reading(mails, READER, null, Optional.empty(),
                Optional.of(previews), Optional.empty()), null).takeIn(raw, now, DAY);
    }

    private static byte[] mail(String from, String result, String subject, String text) {
        return mail(from, result, subject, text, "");
    }

    private static byte[] mail(String from, String result, String subject, String text, String more) {
        return ("Authentication-Results: mx.saldo.example; dmarc=" + result + " header.from="
                + from.substring(from.indexOf('@') + 1) + "\r\nFrom: Anna Schmidt <" + from + ">\r\n"
                + "To: answers@seller.example\r\nSubject: " + subject + "\r\n" + more
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withFile(String subject, byte[] workbook) {
        return new String(mail(ANNA, "pass", subject, "--b\r\nContent-Type: text/plain\r\n\r\nsee the file\r\n--b\r\n"
                + "Content-Type: " + ReminderWorkbook.TYPE + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"reminders.xlsx\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(workbook) + "\r\n--b--"), StandardCharsets.UTF_8)
                .replaceFirst("text/plain; charset=utf-8", "multipart/mixed; boundary=b").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> answers() {
        return books.texts("ACKNOWLEDGEMENT");
    }

    private long waiting() {
        return ledger.record(BatchKind.PERSON, "test", DAY,
                batch -> ReminderHolds.waiting(batch, "main", DAY));
    }

    /** The code in the subject of the latest preview. */
    private String token() {
        String subject = String.valueOf(books.rows("SELECT subject FROM mail WHERE kind = 'ALERT' ORDER BY mail_id DESC")
                .get(0).get("subject"));
        return subject.substring(subject.indexOf("[RL-"));
    }

    private byte[] workbook() throws IOException {
        try {
            Multipart parts = (Multipart) new MimeMessage(null, new ByteArrayInputStream(books.mails("ALERT").get(0)
                    .getBytes(StandardCharsets.US_ASCII))).getContent();
            return parts.getBodyPart(parts.getCount() - 1).getInputStream().readAllBytes();
        } catch (MessagingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The workbook as another program saves it; {@code !key} behind a decision spoils the key of the row. */
    private static byte[] filled(byte[] workbook, Map<String, String> decisions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Workbook written = new Workbook(bytes, "Office", "1.0")) {
            Worksheet sheet = written.newWorksheet(ReminderWorkbook.SHEET);
            for (Row row : read.findSheet(ReminderWorkbook.SHEET).orElseThrow().read()) {
                int at = row.getRowNum() - 1;
                row.stream().filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
                        .forEach(cell -> copy(sheet, at, cell));
                String decision = decisions.getOrDefault(row.getCellCount() > 2 ? row.getCellText(2) : "", "");
                if (decision.startsWith("=")) {
                    sheet.formula(at, 0, decision.substring(1));
                } else if (!decision.isEmpty()) {
                    sheet.value(at, 0, decision.replace("!key", ""));
                }
                if (decision.endsWith("!key")) {
                    sheet.value(at, ReminderColumn.KEY.ordinal(), "0123456789abcdef|main|" + DAY + "||C-3");
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void copy(Worksheet sheet, int row, Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            sheet.value(row, cell.getColumnIndex(), cell.asNumber());
        } else {
            sheet.value(row, cell.getColumnIndex(), cell.getText());
        }
    }
}
