package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Contact;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.ReminderToken;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.Templates;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.Words;
import org.saldo.settings.DunningFile;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.CustomerFiles;
import org.saldo.store.dunning.ReminderTokens;
import org.saldo.store.mail.OutboxStore;

/** What stands in a reminder beside what it asks for, and how an answer finds back to it. */
class ReminderWritingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example", List.of());
    private static final PrintedAccount ACCOUNT = new PrintedAccount("acc", "main", "Seller GmbH", "DE89370400440532013000",
            "COBADEFFXXX", "Example Bank", Currency.getInstance("EUR"), LocalDate.EPOCH, Optional.empty(),
            PrintedAccount.Kind.OWN);

    private final Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    @TempDir
    private Path folder;

    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;

    @AfterEach
    void close() {
        leases.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whereToPayIsSaidWithACodeAndTheDocumentsThatArePaid(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        books.invoice("INV-2", "C-1", DAY.minusDays(10), "50.00");
        books.receipt("P-1", DAY.minusDays(2), "30.00", "");
        books.decide("P-1", "C-1", "APPLIED", "");
        run();
        assertThat(text()).contains("How to pay", "Amount: EUR 120.00", "Account holder: Seller GmbH",
                "Account: DE89 3704 0044 0532 0130 00", "BIC: COBADEFFXXX", "Reference: C-1 INV-1 INV-2",
                "Already here and not yet set against an invoice:", "your payment of 27 Oct 2026: EUR 30.00",
                "Who you can talk to: Ana Ruiz, +49 40 1");
        assertThat(books.mails("REMINDER").get(0)).contains("Content-ID: <pay-eur.png>", "cid:pay-eur.png");
        assertThat(books.count("reminder_account")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptThatMayBeAnothersCoversAndIsNotTold(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        books.receipt("P-1", DAY.minusDays(2), "33.33", "");
        books.decide("P-1", null, "PROPOSED", "INV-1 (EUR 100.00 open) | INV-77 (EUR 33.33 open)");
        run();
        assertThat(text()).contains("To be paid: EUR 66.67").doesNotContain("Already here and not yet", "EUR 33.33 of");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerFindsBackToCustomerAndReminderByItsCode(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        run();
        String subject = books.rows("SELECT subject FROM mail WHERE kind = 'REMINDER'").get(0).get("subject").toString();
        List<String> codes = ReminderToken.codesIn("AW: " + subject.replace("-C1-", "-C1- "), List.of());
        assertThat(codes).hasSize(1);
        ReminderTokens.Said said = ledger.record(BatchKind.ANSWER, "test", DAY,
                batch -> ReminderTokens.byCode(batch, codes.get(0))).orElseThrow();
        CustomerId customer = new CustomerId("main", "C-1");
        assertThat(said).isEqualTo(new ReminderTokens.Said(customer, "reminder/main/C-1/2026-10-29", DAY, 1));
        ReplyKey key = new AnswerStore(ledger).replyKey();
        assertThat(key.isCodeOf(said.customer(), said.businessKey(), codes.get(0))).isTrue();
        assertThat(key.isCodeOf(new CustomerId("main", "C-2"), said.businessKey(), codes.get(0))).isFalse();
        assertThat(books.rows("SELECT code_sha256 FROM reminder_token")).singleElement().asString()
                .as("the code itself is not kept").doesNotContain(codes.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void theLastStatementThatArrivedIsNamedAndAttachedByPolicy(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        books.statement("C-1", "2026-08", DAY.minusDays(1), "%PDF-1", true);
        books.statement("C-1", "2026-09", DAY.minusDays(1), "%PDF-2", true);
        books.statement("C-1", "2026-10", DAY.minusDays(1), "%PDF-3", false);
        run();
        assertThat(text()).contains("Our last statement of account to you: ST-2026-09-C1, as of 30 Sep 2026. It is attached.");
        assertThat(new String(java.util.Base64.getMimeDecoder().decode(books.mails("REMINDER").get(0)
                .split("ST-2026-09-C1.pdf\"?\r\n\r\n")[1].split("\r\n--")[0]), StandardCharsets.US_ASCII)).isEqualTo("%PDF-2");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasKeptOfItsItemsGoesWithTheStepThatWantsItUpToALimit(TestDatabase kind) throws IOException {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        books.invoice("INV-2", "C-1", DAY.minusDays(10), "50.00");
        keep("INV-1", CustomerFiles.Kind.DOCUMENT, "INV-1.pdf", "%PDF-old");
        keep("INV-1", CustomerFiles.Kind.DOCUMENT, "INV-1.pdf", "%PDF-new");
        keep("INV-1", CustomerFiles.Kind.DELIVERY, "pod.png", "12");
        keep("INV-2", CustomerFiles.Kind.DOCUMENT, "INV-2.pdf", "x".repeat(995));
        keep("INV-9", CustomerFiles.Kind.DOCUMENT, "INV-9.pdf", "of another item");
        books.invoice("2026/104", "C-1", DAY.minusDays(5), "20.00");
        keep("2026/104", CustomerFiles.Kind.DOCUMENT, "104.pdf", "%PDF-104");
        Path policy = folder.resolve("dunning.yaml");
        Files.writeString(policy, Files.readString(PlainPolicy.file())
                .replaceFirst("template: reminder-1", "template: reminder-1, attach: [document, delivery]"));
        ReminderTerms terms = new ReminderTerms(RunLimits.NONE, false, false, List.of(), ReleaseWords.ENGLISH, 1000);
        List<Words> notes = job(new ReminderWriting(mail(), terms, new AnswerStore(ledger).replyKey(), false,
                (any, day) -> Optional.empty(), Optional.empty(), Optional.empty()), policy).run(DAY, false).companies().get(0)
                .notes();
        assertThat(books.mails("REMINDER").get(0)).contains("INV-1.pdf", "pod.png", "104.pdf",
                Base64.getEncoder().encodeToString("%PDF-new".getBytes(StandardCharsets.US_ASCII)))
                .doesNotContain("INV-2.pdf", "INV-9.pdf");
        assertThat(notes).singleElement().asString().contains("C-1", "more than 1 kB", "INV-2.pdf");
    }

    private void keep(String document, CustomerFiles.Kind kind, String name, String bytes) {
        ledger.write(BatchKind.PERSON, "anna", DAY, batch -> new CustomerFiles().keep(batch, new Decider("anna", "kept", DAY, ""),
                new CustomerId("main", "C-1"), new CustomerFiles.File(kind, document, name,
                        bytes.getBytes(StandardCharsets.US_ASCII))));
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatHasNoAddressOnPaperGoesByMailAndFinanceIsTold(TestDatabase kind) throws IOException {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        Path policy = folder.resolve("dunning.yaml");
        Files.writeString(policy, Files.readString(PlainPolicy.file())
                .replaceFirst("template: reminder-1", "template: reminder-1, channel: letter"));
        CompanyReminders result = job(new ReminderWriting(mail(), new ReminderTerms(RunLimits.NONE, false, true, List.of()),
                new AnswerStore(ledger).replyKey(), false, (any, day) -> Optional.empty(), Optional.empty(),
                Optional.of(new LetterFolder(folder, List.of()))), policy).run(DAY, false).companies().get(0);
        assertThat(result.reminded()).hasSize(1);
        assertThat(books.mails("REMINDER")).hasSize(1);
        assertThat(result.notes()).singleElement().asString().contains("a letter to C-1 was wanted and went by mail",
                "street and city");
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatCannotBeWrittenKeepsNobodyElseWaiting(TestDatabase kind) {
        open(kind);
        books.customer("C-0", "c0@acme.example", "en");
        books.invoice("INV-0", "C-0", DAY.minusDays(20), "100.00");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        Contact broken = new Contact("Ana", "1", "");
        ReminderWriting writing = new ReminderWriting(mail(), new ReminderTerms(RunLimits.NONE, false, false,
                List.of(new Contact.Rule("", "", broken))), new AnswerStore(ledger).replyKey(), false,
                (any, day) -> { throw new IllegalArgumentException("no such account"); }, Optional.empty(), Optional.empty());
        assertThat(job(writing).run(DAY, false).companies().get(0).withheld()).hasSize(2)
                .allSatisfy(each -> assertThat(each.words()).hasToString("the mail cannot be written: no such account"));
    }

    private ReminderMail mail() {
        return new ReminderMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example");
    }

    private void run() {
        ReminderTerms terms = new ReminderTerms(RunLimits.NONE, true, false,
                List.of(new Contact.Rule("main", "", new Contact("Ana Ruiz", "+49 40 1", ""))));
        assertThat(job(new ReminderWriting(mail(), terms, new AnswerStore(ledger).replyKey(), false,
                (account, day) -> Optional.of(ACCOUNT).filter(own -> own.currency().equals(account.currency())),
                Optional.empty(), Optional.empty()))
                .run(DAY, false).reminded()).isEqualTo(1);
    }

    private DunningJob job(ReminderWriting writing) {
        return job(writing, PlainPolicy.file());
    }

    private DunningJob job(ReminderWriting writing, Path policy) {
        DunningRules rules = new DunningRules(new Companies(List.of(MAIN)),
                DunningFile.read(policy), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
        return new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules, writing,
                new ReminderSummary(new Templates(Path.of("config/templates"), "en"), "hub@seller.example"));
    }

    private String text() {
        return books.texts("REMINDER").get(0).replace("\r\n", "\n");
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.customer("C-1", "c1@acme.example", "en");
        books.bankDataTo(DAY);
    }
}
