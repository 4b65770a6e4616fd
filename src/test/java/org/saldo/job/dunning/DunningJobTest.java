package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.dunning.Cases;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.Withheld.Reason;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.job.DeliveryReport;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/** Reminders from the books to the wire, on the shipped policy and templates. The day is a Thursday. */
class DunningJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final LocalDate DUE = DAY.minusDays(20);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of("Hafen 1", "20095 Hamburg"), "", "DE",
            Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(),
            "answers@seller.example", List.of("finance@seller.example"));
    private static final String SENDER = "Seller <hub@seller.example>";

    private final ScriptedServer server = new ScriptedServer();
    private final DunningPolicy shipped = PlainPolicy.read();
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private Optional<Words> goLive = Optional.empty();
    private CustomerMail customerMail = CustomerMail.ON;
    private DunningPolicy policy = shipped;
    private InterestPolicy interest = InterestPolicy.NONE;
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;

    @AfterEach
    void close() {
        leases.close();
        database.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void oneMailSaysAllThatIsOverdueAndIsSentOnce(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "1200.50");
        books.invoice("INV-2", "C-1", DUE.plusDays(5), "99.50");
        books.invoice("INV-3", "C-1", DAY.plusDays(5), "77.00");
        assertThat(run().reminded()).containsExactly(new CompanyReminders.Reminded(
                new CustomerId("main", "C-1"), "ACME C-1", 1, List.of(eur("1300.00"))));
        assertThat(deliver().accepted()).isEqualTo(2);
        assertThat(server.taken().get(0)).contains("To: c1@acme.example", "Reply-To: answers@seller.example",
                "INV-1", "INV-2", "EUR 1,200.50", "EUR 1,300.00", "[RM-20261029-C1-");
        assertThat(books.texts("REMINDER")).singleElement().asString().contains("""
                Not yet due, for your information:
                INV-3  3 Nov 2026  EUR 77.00
                Not yet due in total: EUR 77.00""".replace("\n", "\r\n"));
        assertThat(server.taken().get(1)).contains("To: finance@seller.example", "1 reminder written");
        assertThat(run().reminded()).isEmpty();
        assertThat(deliver().accepted()).isZero();
        assertThat(books.rows("SELECT dunning_level, policy_version, business_key FROM reminder")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("policy_version", "1")
                        .containsEntry("business_key", "reminder/main/C-1/2026-10-29"));
        assertThat(books.count("reminder_item")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aReminderRisesALevelARunAndStopsWhenTheMoneyComes(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(90), "100.00");
        assertThat(levelOn(DAY)).isEqualTo(1);
        assertThat(levelOn(DAY.plusDays(6))).isZero();
        assertThat(levelOn(DAY.plusDays(7))).isEqualTo(2);
        assertThat(levelOn(DAY.plusDays(14))).isZero();
        assertThat(levelOn(DAY.plusDays(18))).isEqualTo(3);
        books.pay("INV-1", "100.00");
        assertThat(levelOn(DAY.plusDays(60))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theLevelAtGoLiveIsCarriedOn(TestDatabase kind) {
        open(kind);
        books.openingInvoice("OLD-1", "C-1", DAY.minusDays(90), "100.00", 2);
        assertThat(levelOn(DAY)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRemindedOfWhatIsBlockedAndABlockRunsOutOrIsLifted(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        long item = books.block(null, "INV-1", DAY.minusDays(3), null);
        assertReason(Reason.BLOCKED);
        books.lift(item, DAY);
        books.block("C-1", null, DAY.minusDays(3), DAY.minusDays(1));
        books.block("C-1", null, DAY.plusDays(1), null);
        assertThat(job().run(DAY, true).companies().get(0).reminded()).hasSize(1);
        books.block("C-1", null, DAY, DAY);
        assertReason(Reason.BLOCKED);
    }

    @ParameterizedTest
    @EnumSource
    void aBlockOfTheCompanyStopsAllOfIt(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.block(null, null, DAY, null);
        assertThat(run().nobody()).map(Words::toString).get().asString().contains("the company is blocked: in dispute");
        assertThat(books.mails("FINANCE")).singleElement().asString().contains("Nobody was reminded");
    }

    @ParameterizedTest
    @EnumSource
    void creditNotesUnappliedCashAndWaitingReceiptsCover(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.creditNote("CN-1", "C-1", DAY, "40.00");
        books.receipt("P-1", DAY, "30.00", "");
        books.decide("P-1", "C-1", "APPLIED", "");
        books.receipt("P-2", DAY, "20.00", "");
        books.decide("P-2", "C-1", "PROPOSED", "");
        assertThat(job().run(DAY, true).companies().get(0).reminded()).singleElement()
                .satisfies(each -> assertThat(each.asked()).containsExactly(eur("10.00")));
        books.receipt("P-3", DAY, "0.01", "");
        books.decide("P-3", "C-1", "DEFERRED", "");
        assertReason(Reason.BELOW_MINIMUM);
        books.receipt("P-4", DAY, "9.99", "DE-C-1");
        assertReason(Reason.COVERED);
    }

    @ParameterizedTest
    @EnumSource
    void aProposalThatNamesAnInvoiceCoversAndOneThatNamesAnotherDoesNot(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.receipt("P-1", DAY, "100.00", "");
        books.decide("P-1", null, "PROPOSED", "INV-10 (EUR 100.00 open) | INV-1/2 (EUR 100.00 open)");
        assertThat(job().run(DAY, true).companies().get(0).reminded()).hasSize(1);
        books.decide("P-1", null, "PROPOSED", "INV-7 (EUR 100.00 open) | INV-1 (EUR 100.00 open)");
        assertReason(Reason.COVERED);
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptThatWaitsTooLongNoLongerCoversAndFinanceIsAlarmedOnceADay(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.receipt("P-1", DAY.minusDays(8), "100.00", "");
        books.decide("P-1", "C-1", "DEFERRED", "");
        assertThat(run().reminded()).hasSize(1);
        run();
        assertThat(books.mails("ALERT")).singleElement().asString().contains("P-1", "EUR 100.00", "C-1");
    }

    @ParameterizedTest
    @EnumSource
    void withOldBankDataNobodyIsRemindedAndTheReasonIsSaid(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        LocalDate later = DAY.plusDays(7);
        assertThat(job().run(later, true).companies().get(0).nobody()).hasValueSatisfying(why ->
                assertThat(why.toString()).contains("5 business days old").contains("3 are allowed"));
        books.emptyPaymentsFile(later.minusDays(1));
        assertThat(job().run(later, true).reminded()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theDueDateInForceCounts(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.newDueDate("INV-1", DAY.plusDays(3));
        assertThat(job().run(DAY, true).companies().get(0).reminded()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWaitingDocumentIsNotRemindedOf(TestDatabase kind) {
        open(kind);
        books.invoice("INV-9", "C-unknown", DUE, "100.00");
        assertThat(job().run(DAY, true).companies().get(0).reminded()).isEmpty();
        assertThat(job().run(DAY, true).companies().get(0).withheld()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoUsableAddressIsNamed(TestDatabase kind) {
        open(kind);
        books.customer("C-2", "", "en");
        books.customer("C-3", "x@y.example\r\nBcc: thief@evil.example", "en");
        books.invoice("INV-2", "C-2", DUE, "100.00");
        books.invoice("INV-3", "C-3", DUE, "100.00");
        CompanyReminders result = run();
        assertThat(result.reminded()).isEmpty();
        assertThat(result.withheld()).extracting(Withheld::reason).containsOnly(Reason.NO_ADDRESS).hasSize(2);
        assertThat(books.mails("REMINDER")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRunHasACapAndTheNextRunGoesOn(TestDatabase kind) {
        open(kind);
        policy = new DunningPolicy("1", shipped.ladders(), shipped.minimums(), 3, 5, 2, List.of());
        for (int i = 1; i <= 3; i++) {
            books.customer("D-" + i, "d@acme.example", "en");
            books.invoice("INV-" + i, "D-" + i, DUE, "100.00");
        }
        CompanyReminders first = run();
        assertThat(first.reminded()).hasSize(2);
        assertThat(first.withheld()).extracting(Withheld::reason).containsExactly(Reason.CAP_REACHED);
        assertThat(run().reminded()).extracting(each -> each.customer().number()).containsExactly("D-3");
        assertThat(books.mails("REMINDER")).hasSize(3);
        assertThat(books.mails("FINANCE")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aLateRunWaitsForTheHoursOfTheNextOpenDay(TestDatabase kind) {
        open(kind);
        policy = Cases.inOfficeHours(shipped);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        now = DAY.atTime(20, 0).toInstant(ZoneOffset.UTC);
        assertThat(run().reminded()).hasSize(1);
        assertThat(deliver().accepted()).as("finance is told at any hour").isEqualTo(1);
        now = DAY.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC);
        assertThat(deliver().accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeGoesOnceAndAStepInsideTheHouseIsToldToFinanceAlone(TestDatabase kind) {
        open(kind);
        policy = Cases.policy(Cases.NOTICE_THEN_CALL);
        books.invoice("INV-1", "C-1", DAY.plusDays(5), "77.00");
        assertThat(levelOn(DAY) + levelOn(DAY)).as("said once").isEqualTo(-1);
        assertThat(books.texts("REMINDER")).singleElement().asString().contains("INV-1", "falls due");
        assertThat(levelOn(DAY.plusDays(11))).isEqualTo(1);
        assertThat(levelOn(DAY.plusDays(15))).isZero();
        assertThat(books.rows("SELECT kind FROM house_step")).hasToString("[{kind=PHONE}]");
        assertThat(String.join("", books.texts("FINANCE"))).contains("  Notice: 1", "call the customer: C-1 ACME C-1, EUR 77.00");
    }

    @ParameterizedTest
    @EnumSource
    void whileMailToCustomersIsOffNothingIsWrittenAndTheReportSaysSo(TestDatabase kind) {
        open(kind);
        customerMail = CustomerMail.OFF;
        books.invoice("INV-1", "C-1", DUE, "100.00");
        assertThat(run().withheld()).extracting(Withheld::reason).containsExactly(Reason.SWITCHED_OFF);
        assertThat(books.count("reminder")).isZero();
        customerMail = CustomerMail.parse("redirect:test@seller.example");
        assertThat(run().reminded()).hasSize(1);
        assertThat(books.mails("REMINDER")).singleElement().asString().contains("test@seller.example");
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheOpeningIsSettledNothingLeavesTheHouse(TestDatabase kind) {
        open(kind);
        goLive = Optional.of(Words.said("119.00 apart from the control balance"));
        books.invoice("INV-1", "C-1", DUE, "100.00");
        assertThat(run().nobody()).isEqualTo(goLive);
    }

    @ParameterizedTest
    @EnumSource
    void aReminderThatWaitsWhenTheOpeningComesApartIsWithdrawn(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        run();
        goLive = Optional.of(Words.said("119.00 apart from the control balance"));
        assertThat(deliver().cancelled()).singleElement().satisfies(cancelled ->
                assertThat(cancelled.reason()).isEqualTo("119.00 apart from the control balance"));
        assertThat(server.taken()).as("finance is told").singleElement().asString().contains("finance@seller.example");
    }

    @ParameterizedTest
    @EnumSource
    void otherMailToCustomersWaitsUntilTheOpeningIsSettled(TestDatabase kind) {
        open(kind);
        ledger.write(BatchKind.STATEMENT, "test", DAY, batch -> new OutboxStore(ledger, CustomerMail.ON).enqueue(batch,
                new OutgoingMail("main", MailKind.STATEMENT, "C-1", "statement-1", SENDER, List.of("c1@acme.example"), "",
                        "Statement", "text", "", List.of(), "en")));
        goLive = Optional.of(Words.said("119.00 apart from the control balance"));
        assertThat(deliver().waiting()).isEqualTo(1);
        assertThat(server.taken()).isEmpty();
        goLive = Optional.empty();
        books.bankDataTo(DAY);
        assertThat(deliver().accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatACrashKeptFromFinanceIsToldByTheNextRunAndOnce(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        run();
        books.forgetMails("FINANCE");
        assertThat(run().reminded()).as("it was reminded of before the crash").isEmpty();
        assertThat(books.mails("FINANCE")).singleElement().asString().contains("1 reminder written", "100.00");
        books.forgetMails("FINANCE");
        assertThat(levelOn(DAY.plusDays(1))).as("too early for the next").isZero();
        assertThat(books.mails("FINANCE")).as("of the day before").singleElement().asString().contains("1 reminder written");
        run();
        assertThat(levelOn(DAY.plusDays(1))).isZero();
        assertThat(books.mails("FINANCE")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunWritesNothing(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        Instant before = books.knownAt();
        assertThat(job().run(DAY, true).companies().get(0).reminded()).hasSize(1);
        assertThat(books.knownAt()).isEqualTo(before);
        assertThat(books.count("mail")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatComesBeforeTheMailIsSentCancelsIt(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        run();
        books.pay("INV-1", "60.00");
        DeliveryReport report = deliver();
        assertThat(report.cancelled()).singleElement().satisfies(cancelled ->
                assertThat(cancelled.reason()).contains("INV-1 is open with EUR 40.00 now"));
        assertThat(server.taken()).noneMatch(mail -> mail.contains("INV-1"));
        assertThat(books.count("reminder_withdrawal")).isEqualTo(1);
        assertThat(run().withheld()).as("no second mail on this day").extracting(Withheld::reason)
                .containsExactly(Reason.ALREADY_TODAY);
        assertThat(levelOn(DAY.plusDays(1))).as("the withdrawn level does not count").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aReminderThatWaitsWhileTheBankDataGrowsOldIsWithdrawn(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        run();
        now = now.plus(Duration.ofDays(7));
        assertThat(deliver().cancelled()).singleElement().satisfies(cancelled ->
                assertThat(cancelled.reason()).contains("business days old"));
    }

    @ParameterizedTest
    @EnumSource
    void aReminderThatTheServerRefusesForGoodDoesNotRaiseTheLevel(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        run();
        server.at(Step.RCPT, "550 5.7.1 not from you");
        assertThat(deliver().failed()).isEqualTo(1);
        assertThat(levelOn(DAY.plusDays(6))).as("the pace is kept").isZero();
        assertThat(levelOn(DAY.plusDays(7))).isEqualTo(1);
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.customer("C-1", "c1@acme.example", "en");
        books.bankDataTo(DAY);
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    private DunningRules rules() {
        return new DunningRules(new Companies(List.of(MAIN)), policy, interest, new BusinessCalendars(Map.of()),
                company -> goLive, HoldOut.NOBODY);
    }

    private DunningJob job() {
        Templates templates = new Templates(Path.of("config/templates"), "en");
        return new DunningJob(ledger, leases, new OutboxStore(ledger, customerMail), rules(),
                ReminderWriting.plain(new ReminderMail(templates, SENDER), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, SENDER));
    }

    private CompanyReminders run() {
        return job().run(DAY, false).companies().get(0);
    }

    private int levelOn(LocalDate day) {
        books.bankDataTo(day.minusDays(1));
        List<CompanyReminders.Reminded> reminded = job().run(day, false).companies().get(0).reminded();
        SentMails.left(ledger, day.atTime(9, 0).atOffset(ZoneOffset.UTC));
        return reminded.stream().mapToInt(CompanyReminders.Reminded::level).findFirst().orElse(0);
    }

    private void assertReason(Reason reason) {
        assertThat(job().run(DAY, true).companies().get(0).reminded()).isEmpty();
        assertThat(job().run(DAY, true).companies().get(0).withheld()).extracting(Withheld::reason).containsExactly(reason);
    }

    private DeliveryReport deliver() {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        OutboxStore outbox = new OutboxStore(ledger, customerMail);
        return new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, new ReminderLook(ledger, outbox, rules())).run();
    }
}
