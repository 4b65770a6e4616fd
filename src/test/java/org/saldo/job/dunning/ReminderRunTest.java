package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.delivery.Throttle;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.job.People;
import org.saldo.job.people.PersonJobs;
import org.saldo.job.people.ReminderReleaseJob;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PostalAddress;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.mail.OutboxStore;

/** What keeps a run from reaching many customers when it looks wrong, and where the next mail goes when one came back. */
class ReminderRunTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final Companies COMPANIES = new Companies(List.of(MAIN));
    private static final RunLimits.First ALL_AT_ONCE = RunLimits.NONE.first();

    private static final ReminderHolds.Whose ALL = ReminderHolds.Whose.all("main");

    private final ScriptedServer server = new ScriptedServer();
    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private RunLimits limits = RunLimits.NONE;
    private Optional<LetterFolder> letters = Optional.empty();
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;

    @TempDir
    private Path out;

    @AfterEach
    void close() {
        leases.close();
        database.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aReminderAboveItsLimitWaitsUntilAPersonLetsItGo(TestDatabase kind) {
        open(kind, 2);
        books.invoice("BIG", "C-1", DAY.minusDays(20), "9000.00");
        limits = new RunLimits(false, Map.of(eur("1.00").currency(), eur("5000.00")), Map.of(), ALL_AT_ONCE);
        run(DAY);
        assertThat(taken("Reminder:")).as("the other one goes").hasSize(1).first().asString().contains("c2@acme.example");
        assertThat(books.texts("ALERT")).singleElement().asString()
                .contains("1 reminder of 29 Oct 2026 waits, asking for EUR 9,100.00: a person looks at them first");
        assertThat(books.mails("ALERT").get(0)).contains("reminders-main-2026-10-29.xlsx");
        assertThatThrownBy(() -> desk().release(who("stranger"), ALL, DAY)).isInstanceOf(Refused.class);
        assertThat(desk().release(who("anna"), ALL, DAY).text()).contains("1 reminder(s) of 2026-10-29 go");
        deliver();
        assertThat(taken("Reminder:")).hasSize(2);
        assertThatThrownBy(() -> desk().release(who("anna"), ALL, DAY)).isInstanceOf(Refused.class)
                .hasMessageContaining("no reminder of 2026-10-29 waits");
    }

    @ParameterizedTest
    @EnumSource
    void aRunWithinItsLimitGoesByItselfAndOneAboveItWaitsWhole(TestDatabase kind) {
        open(kind, 3);
        limits = new RunLimits(false, Map.of(), Map.of(eur("1.00").currency(), eur("300.00")), ALL_AT_ONCE);
        run(DAY);
        assertThat(taken("Reminder:")).as("just the limit").hasSize(3);
        books.invoice("INV-9", "C-9", DAY.minusDays(20), "0.01");
        books.customer("C-9", "c9@acme.example", "en");
        books.invoice("INV-9b", "C-9", DAY.minusDays(20), "100.00");
        run(DAY);
        assertThat(taken("Reminder:")).as("one cent and a customer more").hasSize(3);
        assertThat(books.texts("ALERT")).singleElement().asString().contains("the run asks for EUR 400.01");
        desk().stop(who("anna"), ALL, DAY);
        deliver();
        assertThat(taken("Reminder:")).hasSize(3);
        assertThat(books.rows("SELECT state FROM mail WHERE customer_id = 'C-9'")).singleElement().asString()
                .contains("CANCELLED");
        assertThat(books.count("reminder_withdrawal")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDisputedIsNotCountedAmongWhatTheRunAsksFor(TestDatabase kind) {
        open(kind, 0);
        books.customer("C-1", "c1@acme.example", "en");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        new PersonJobs(ledger, COMPANIES, People.ALL, People.DISPUTES).dispute().open(who("anna"), "INV-1",
                Optional.of(new BigDecimal("200")), new Instruction.Terms("PRICE", "bernd", "", ""));
        limits = new RunLimits(false, Map.of(), Map.of(eur("1.00").currency(), eur("800.00")), ALL_AT_ONCE);
        run(DAY);
        assertThat(taken("Reminder:")).hasSize(1);
        assertThat(books.texts("FINANCE")).singleElement().asString().contains("asking for EUR 800.00");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyLetsGoIsDecidedAnewByTheNextRunAtTheSameLevelWithOneMail(TestDatabase kind) {
        open(kind, 1);
        limits = new RunLimits(true, Map.of(), Map.of(), ALL_AT_ONCE);
        run(DAY);
        assertThat(taken("Reminder:")).isEmpty();
        limits = RunLimits.NONE;
        nextDay();
        run(DAY.plusDays(1));
        assertThat(taken("Reminder:")).hasSize(1);
        assertThat(books.rows("SELECT dunning_level FROM reminder")).hasSize(2).allSatisfy(row ->
                assertThat(row).containsEntry("dunning_level", 1));
    }

    @ParameterizedTest
    @EnumSource
    void theRestFollowsTheFirstMailsAfterAnHour(TestDatabase kind) {
        open(kind, 5);
        limits = new RunLimits(false, Map.of(), Map.of(), new RunLimits.First(2, Duration.ofHours(1), 10));
        run(DAY);
        assertThat(taken("Reminder:")).hasSize(2);
        now = now.plus(Duration.ofMinutes(59));
        deliver();
        assertThat(taken("Reminder:")).hasSize(2);
        now = now.plus(Duration.ofMinutes(1));
        deliver();
        assertThat(taken("Reminder:")).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void aSlowMailOrOneForAnotherHourDoesNotKeepTheRunWaiting(TestDatabase kind) {
        open(kind, 6);
        limits = new RunLimits(false, Map.of(), Map.of(), new RunLimits.First(2, Duration.ofHours(1), 10));
        job().run(DAY, false);
        books.tryLater("C-1", now.plus(Duration.ofHours(7)), 0);
        books.tryLater("C-2", now.plus(Duration.ofHours(7)), 3);
        deliver();
        assertThat(taken("Reminder:")).as("of those that are due").singleElement().asString().contains("c3@acme.example");
        now = now.plus(Duration.ofHours(1));
        deliver();
        assertThat(taken("Reminder:")).as("all but the two that wait").hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void whenTheFirstMailsFailTheRestWaitsForAPerson(TestDatabase kind) {
        open(kind, 5);
        limits = new RunLimits(false, Map.of(), Map.of(), new RunLimits.First(2, Duration.ofHours(1), 10));
        server.at(Step.DOT, "554 5.7.1 rejected");
        run(DAY);
        now = now.plus(Duration.ofHours(2));
        deliver();
        deliver();
        assertThat(taken("Reminder:")).hasSize(1);
        assertThat(books.texts("ALERT")).singleElement().asString().contains("1 of the first 2 mails failed or came back");
        desk().release(who("anna"), ALL, DAY);
        deliver();
        assertThat(taken("Reminder:")).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatTheServerRefusesIsMarkedAndTheNextMailGoesToTheNextContact(TestDatabase kind) {
        open(kind, 0);
        books.contacts("C-1", "gone@acme.example", "office@acme.example");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        server.at(Step.RCPT, "550 5.1.1 user unknown");
        run(DAY);
        assertThat(taken("Reminder:")).isEmpty();
        nextDay();
        run(DAY.plusDays(1));
        assertThat(taken("Reminder:")).singleElement().asString().contains("To: office@acme.example");
        assertThat(books.rows("SELECT dunning_level FROM reminder ORDER BY reminder_id")).as("the first was no notice")
                .hasSize(2).allSatisfy(row -> assertThat(row).containsEntry("dunning_level", 1));
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotLeaveForDaysIsWithdrawnAndDecidedAnewWithOneMail(TestDatabase kind) {
        open(kind, 2);
        job().run(DAY, false);
        for (int i = 0; i < 4; i++) {
            nextDay();
        }
        books.bankDataTo(DAY.plusDays(4));
        job().run(DAY.plusDays(4), false);
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'")).as("Monday is the second business day")
                .hasSize(2).allSatisfy(row -> assertThat(row).containsEntry("state", "PENDING"));
        nextDay();
        books.bankDataTo(DAY.plusDays(5));
        job().run(DAY.plusDays(5), false);
        deliver();
        assertThat(taken("Reminder:")).as("one mail each, of today").hasSize(2).allSatisfy(mail ->
                assertThat(mail).contains("RM-20261103"));
        assertThat(books.rows("SELECT dunning_level FROM reminder")).hasSize(4).allSatisfy(row ->
                assertThat(row).containsEntry("dunning_level", 1));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatComesBackAfterDaysSendsNothingOld(TestDatabase kind) {
        open(kind, 1);
        job().run(DAY, false);
        now = now.plus(Duration.ofDays(5));
        books.bankDataTo(DAY.plusDays(5));
        deliver();
        assertThat(taken("Reminder:")).isEmpty();
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'")).singleElement().satisfies(row ->
                assertThat(row).containsEntry("state", "CANCELLED"));
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatComesBackMarksTheAddressUntilAPersonSaysOtherwise(TestDatabase kind) {
        open(kind, 1);
        run(DAY);
        String id = books.rows("SELECT message_id FROM mail WHERE kind = 'REMINDER'").get(0).get("message_id").toString();
        assertThat(bounced(id, "C1@ACME.example", "5.2.2")).as("a full mailbox is no wrong address").isTrue();
        assertThat(books.count("address_mark")).isZero();
        assertThat(bounced(id, "c1@acme.example", "5.1.1")).isTrue();
        assertThat(bounced("<unknown@x>", "c1@acme.example", "5.1.1")).isFalse();
        nextDay();
        assertThat(run(DAY.plusDays(1))).extracting(Withheld::reason).containsExactly(Withheld.Reason.NO_ADDRESS);
        desk().usable(who("anna"), new CustomerId("main", "C-1"), "c1@acme.example");
        run(DAY.plusDays(1));
        assertThat(taken("Reminder:")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aMailInDoubtThatComesBackHadLeftAndWasNoNotice(TestDatabase kind) {
        open(kind, 0);
        books.contacts("C-1", "gone@acme.example", "office@acme.example");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        server.at(Step.DOT, ScriptedServer.TAKE_AND_HANG_UP);
        run(DAY);
        Map<String, Object> mail = books.rows("SELECT message_id, state FROM mail WHERE kind = 'REMINDER'").get(0);
        assertThat(mail).containsEntry("state", "IN_DOUBT");
        assertThat(bounced(mail.get("message_id").toString(), "gone@acme.example", "5.1.1")).isTrue();
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'").get(0)).containsEntry("state", "BOUNCED");
        nextDay();
        run(DAY.plusDays(1));
        assertThat(books.rows("SELECT dunning_level FROM reminder ORDER BY reminder_id")).as("the first was no notice")
                .hasSize(2).allSatisfy(row -> assertThat(row).containsEntry("dunning_level", 1));
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatOneOfItsReadersGotHasNotComeBack(TestDatabase kind) {
        open(kind, 0);
        books.contacts("C-1", "a@acme.example, b@acme.example", "");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        run(DAY);
        String id = books.rows("SELECT message_id FROM mail WHERE kind = 'REMINDER'").get(0).get("message_id").toString();
        bounced(id, "a@acme.example", "5.1.1");
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'").get(0)).containsEntry("state", "ACCEPTED");
        bounced(id, "b@acme.example", "5.1.1");
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'").get(0)).containsEntry("state", "BOUNCED");
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotBeMailedGetsALetterToPrintWhoseDeliveryAPersonNotes(TestDatabase kind) throws IOException {
        open(kind, 1);
        books.customer("C-2", "", "de");
        books.invoice("INV-2", "C-2", DAY.minusDays(20), "100.00");
        letters = Optional.of(new LetterFolder(out, List.of()));
        assertThat(job().run(DAY, true).companies().get(0).withheld()).singleElement().asString()
                .contains("NO_ADDRESS", "nor can a letter be printed: street and city are not in the customers' file");
        books.byPost("C-2", "de", new PostalAddress("Hafenstr. 7", "20457", "Hamburg", ""));
        run(DAY);
        Path file = out.resolve("main/reminders/2026-10/C-2-2026-10-29.pdf");
        byte[] pdf = Files.readAllBytes(file);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Seller GmbH", "ACME C-2", "INV-2", "100,00 EUR", "Zahlungserinnerung", "Hafenstr. 7",
                    "20457 Hamburg")
                    .doesNotContain("unsere Mail");
            assertThat(text.replaceAll("\\s+", "")).contains("[RM-20261029-C2-", "answers@seller.example");
        }
        assertThat(taken("Reminder:")).as("the other customer has a mail").hasSize(1);
        assertThat(books.texts("FINANCE")).singleElement().asString().contains("C-2-2026-10-29.pdf", "2 reminders written");
        assertThat(books.count("reminder_letter")).isEqualTo(1);
        CustomerId second = new CustomerId("main", "C-2");
        assertThat(desk().delivered(who("anna"), second, DAY).text()).contains("was handed over on 2026-10-29");
        assertThatThrownBy(() -> desk().delivered(who("anna"), second, DAY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk().delivered(who("anna"), new CustomerId("main", "C-1"), DAY))
                .isInstanceOf(Refused.class).hasMessageContaining("no letter reminds it");
        run(DAY);
        assertThat(books.count("reminder_letter")).as("once a day").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void noMoreMailsLeaveInAMinuteThanTheAccountMay(TestDatabase kind) {
        open(kind, 4);
        job().run(DAY, false);
        Throttle two = new Throttle(2, 0);
        assertThat(delivery().within(two).run().accepted()).isEqualTo(2);
        assertThat(delivery().within(two).run().accepted()).as("the same minute").isZero();
        now = now.plusSeconds(60);
        assertThat(delivery().within(two).run().accepted()).isEqualTo(2);
    }

    private boolean bounced(String messageId, String recipient, String status) {
        return ledger.record(BatchKind.ANSWER, "replies", DAY,
                batch -> new OutboxStore(ledger, CustomerMail.ON).bounced(batch, messageId, recipient, status));
    }

    private void open(TestDatabase kind, int customers) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        for (int i = 1; i <= customers; i++) {
            books.customer("C-" + i, "c" + i + "@acme.example", "en");
            books.invoice("INV-" + i, "C-" + i, DAY.minusDays(20), "100.00");
        }
        books.bankDataTo(DAY);
    }

    private void nextDay() {
        now = now.plus(Duration.ofDays(1));
    }

    private List<Withheld> run(LocalDate day) {
        List<Withheld> withheld = job().run(day, false).companies().get(0).withheld();
        deliver();
        return withheld;
    }

    private ReminderTerms terms() {
        return new ReminderTerms(limits, false, false, List.of());
    }

    private DunningRules rules() {
        return new DunningRules(COMPANIES, PlainPolicy.read(), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
    }

    private DunningJob job() {
        ReminderWriting writing = new ReminderWriting(new ReminderMail(templates, "hub@seller.example"), terms(),
                new AnswerStore(ledger).replyKey(), false, (any, day) -> Optional.empty(), Optional.of(preview()), letters);
        return new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules(), writing,
                new ReminderSummary(templates, "hub@seller.example"));
    }

    private ReminderPreview preview() {
        return new ReminderPreview(templates, "hub@seller.example", new AnswerStore(ledger).replyKey(), ReleaseWords.ENGLISH,
                new WorklistWordings(Map.of()));
    }

    private ReminderReleaseJob desk() {
        return new ReminderReleaseJob(ledger, COMPANIES, People.ALL);
    }

    private static Decider who(String person) {
        return new Decider(person, "looked at it", DAY, "main");
    }

    private void deliver() {
        delivery().run();
    }

    private DeliveryJob delivery() {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        return new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY,
                new ReminderLook(ledger, outbox, rules()).holding(terms(), preview()));
    }

    private List<String> taken(String inSubject) {
        return server.taken().stream().filter(mail -> mail.lines().anyMatch(line -> line.startsWith("Subject:")
                && line.contains(inSubject))).toList();
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
