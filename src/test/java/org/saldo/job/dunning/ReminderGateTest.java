package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.HabitPolicy;
import org.saldo.dunning.Ladder;
import org.saldo.dunning.NewsTerms;
import org.saldo.dunning.SendTimes;
import org.saldo.dunning.Step;
import org.saldo.dunning.Withheld.Reason;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.job.DeliveryReport;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.JobRuns;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/** No reminder goes out on what the books do not know yet. The day is a Thursday. */
class ReminderGateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final LocalDate DUE = DAY.minusDays(20);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final String SENDER = "Seller <hub@seller.example>";

    private final ScriptedServer server = new ScriptedServer();
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private DunningPolicy policy = weekly(PlainPolicy.read());
    private BiFunction<Company, LocalDate, Optional<Words>> unseen = (company, day) -> Optional.empty();
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
    void aReceiptThatNobodyHasLookedAtCoversForWhomItsTextNames(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.transfer("P-1", DAY, "100.00", "Rechnung INV-10 vom 1.10.");
        assertThat(job().run(DAY, true).companies().get(0).reminded()).hasSize(1);
        books.transfer("P-2", DAY, "100.00", "Zahlung:inv 1, danke");
        assertReason(Reason.COVERED);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRemindedWhileReceiptsThatAreHereWereNotLookedAt(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        unseen = new SeenReceipts(ledger)::whyNot;
        assertThat(run().nobody()).hasValueSatisfying(why -> assertThat(why.toString())
                .contains("1 receipt(s) are here that cash"));
        books.decide("BANK-1", null, "DEFERRED", "");
        JobRuns runs = new JobRuns(database, () -> now);
        assertThatThrownBy(() -> runs.record("reconcile", DAY, () -> {
            throw new IllegalStateException("matching.yaml:7: rules: is missing");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(run().nobody()).hasValueSatisfying(why -> assertThat(why.toString())
                .contains("the last run of reconcile failed",
                "matching.yaml:7"));
        runs.record("reconcile", DAY, () -> new JobRuns.Result(false, "done"));
        books.bill("B-1", DAY, "50.00", DAY.plusDays(60));
        assertThat(run().reminded()).as("a bill is no cash before its day").hasSize(1);
        books.transfer("P-1", DAY, "0.01", "what may this be");
        assertThat(deliver().accepted()).as("finance is told; the reminder waits").isEqualTo(2);
        assertThat(server.taken()).noneMatch(mail -> mail.contains("To: c1@acme.example"));
        books.decide("P-1", null, "DEFERRED", "");
        assertThat(deliver().accepted()).isEqualTo(1);
        assertThat(server.taken()).last().asString().contains("To: c1@acme.example");
    }

    /** Where invoices come every week. */
    private static DunningPolicy weekly(DunningPolicy plain) {
        return new DunningPolicy(plain.version(), plain.ladders(), plain.minimums(), plain.bankDataAge(), plain.waitingCover(),
                plain.cap(), plain.quietPeriods(), plain.times(), plain.habits(), plain.incentives(), plain.standstill(),
                new NewsTerms(Optional.of(5), 10));
    }

    @ParameterizedTest
    @EnumSource
    void withOldInvoiceDataNobodyIsRemindedAndAMailThatWaitsIsWithdrawn(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        run();
        now = now.plus(Duration.ofDays(8));
        LocalDate later = DAY.plusDays(8);
        books.receipt("P-9", later, "1.00", "");
        assertThat(job().run(later, true).companies().get(0).nobody()).hasValueSatisfying(why -> assertThat(why.toString())
                .contains("the invoice data is 6 business days old (2026-10-29), 5 are allowed"));
        assertThat(deliver().cancelled()).singleElement().satisfies(cancelled ->
                assertThat(cancelled.reason()).contains("the invoice data is 6 business days old"));
        books.emptyInvoicesFile(DAY.plusDays(1));
        assertThat(job().run(later, true).companies().get(0).nobody()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void howLateACustomerUsuallyPaysIsCountedFromTheDueDayThatWasAgreedLast(TestDatabase kind) {
        DunningPolicy plain = policy;
        policy = new DunningPolicy(plain.version(), plain.ladders(), plain.minimums(), plain.bankDataAge(), plain.waitingCover(),
                plain.cap(), plain.quietPeriods(), plain.times(), Optional.of(new HabitPolicy(6, 14, 7, 10, 2)),
                plain.incentives(), plain.standstill(), plain.news());
        open(kind);
        for (int i = 0; i < 7; i++) {
            LocalDate due = DAY.minusDays(200 - 20 * i);
            books.invoice("OLD-" + i, "C-1", due, "10.00");
            books.newDueDate("OLD-" + i, due.plusDays(3));
            books.cash("OLD-" + i, "C-1", "10.00", due.plusDays(8));
        }
        books.invoice("INV-1", "C-1", DAY.minusDays(5), "100.00");
        assertReason(Reason.HABIT);
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerGetsNoMoreMailsInAWeekThanThePolicySays(TestDatabase kind) {
        DunningPolicy plain = policy;
        policy = new DunningPolicy("1", List.of(Ladder.counted("daily", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 1),
                Step.reminder(2, 6, 1), Step.reminder(3, 7, 1)), Optional.empty())), Map.of(), 3, 5, 500, List.of(),
                new SendTimes(Optional.empty(), 0, Optional.of(2)), Optional.empty(), plain.incentives(), plain.standstill(),
                new NewsTerms(Optional.of(20), 20));
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        assertThat(written(DAY)).isEqualTo(1);
        assertThat(written(DAY.plusDays(1))).isEqualTo(1);
        assertThat(written(DAY.plusDays(4))).as("the third in a week").isZero();
        assertThat(job().run(DAY.plusDays(6), true).companies().get(0).withheld().get(0).words().toString())
                .contains("written to 2 times in a week, the most is 2");
        assertThat(written(DAY.plusDays(7))).as("the first was a week ago").isEqualTo(1);
    }

    private int written(LocalDate day) {
        books.bankDataTo(day);
        return job().run(day, false).reminded();
    }

    @ParameterizedTest
    @EnumSource
    void aSourceDatabaseThatAnsweredHasToldOfInvoices(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        LocalDate later = DAY.plusDays(8);
        books.receipt("P-9", later, "1.00", "");
        ledger.write(BatchKind.INTAKE, "intake", DAY, batch -> batch.add(Table.INTAKE_FILE, "main", "DATABASE", "INVOICES",
                "erp", "", false, 1L, 1L, 0L, 0L));
        JobRuns runs = new JobRuns(database, () -> now);
        runs.record("source customers", later, () -> new JobRuns.Result(true, "nothing"));
        assertThat(job().run(later, true).companies().get(0).nobody()).as("another source").isPresent();
        runs.record("source erp", later, () -> new JobRuns.Result(true, "nothing"));
        assertThat(job().run(later, true).companies().get(0).nobody()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBookingOfTheFutureKeepsNothingFresh(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.receipt("P-9", LocalDate.of(2062, 11, 20), "1.00", "");
        LocalDate later = DAY.plusDays(7);
        assertThat(job().run(later, true).companies().get(0).nobody()).hasValueSatisfying(why -> assertThat(why.toString())
                .contains("5 business days old (2026-10-29)"));
    }

    @ParameterizedTest
    @EnumSource
    void aBillCoversUntilItsMaturityAndTheDaysOfAReceiptThatWaits(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.bill("B-1", DAY.minusDays(40), "100.00", DAY.minusDays(7), "Wechsel INV-1");
        assertReason(Reason.COVERED);
        assertThat(job().run(DAY, true).companies().get(0).withheld().get(0).words().toString())
                .contains("under a bill until 2026-10-22");
        LocalDate later = DAY.plusDays(1);
        books.bankDataTo(later);
        CompanyReminders after = job().run(later, true).companies().get(0);
        assertThat(after.reminded()).as("six business days after its maturity").hasSize(1);
        assertThat(after.expired()).singleElement().satisfies(each -> assertThat(each.receipt().label()).isEqualTo("B-1"));
    }

    @ParameterizedTest
    @EnumSource
    void onADayOnWhichAStatementGoesToItACustomerIsNotRemindedAsWell(TestDatabase kind) {
        open(kind);
        books.customer("C-2", "c2@acme.example", "en");
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.invoice("INV-2", "C-2", DUE, "100.00");
        books.statement("C-1", "2026-08", DAY.minusDays(1), "yesterday", true);
        books.statement("C-2", "2026-08", DAY, "it did not leave", false);
        assertThat(job().run(DAY, true).reminded()).isEqualTo(2);
        books.statement("C-1", "2026-09", DAY, "today", true);
        CompanyReminders result = job().run(DAY, true).companies().get(0);
        assertThat(result.reminded()).extracting(each -> each.customer().number()).containsExactly("C-2");
        assertThat(result.withheld()).singleElement().asString().contains("a statement of account goes to it on 2026-10-29");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHouseMayGiveUpIsNotAskedForWhileThatWaitsForASecondPerson(TestDatabase kind) {
        open(kind);
        books.customer("C-2", "c2@acme.example", "en");
        books.invoice("INV-1", "C-1", DUE, "100.00");
        books.invoice("INV-2", "C-2", DUE, "100.00");
        long all = books.writeOffProposed("INVOICE:INV-1/1", DAY.minusDays(30), "100.00");
        books.writeOffProposed("INV-2", DAY, "60.00");
        CompanyReminders result = job().run(DAY, true).companies().get(0);
        assertThat(result.reminded()).as("of a part, the rest is asked for").singleElement().satisfies(each -> {
            assertThat(each.customer().number()).isEqualTo("C-2");
            assertThat(each.asked().toString()).contains("40.00");
        });
        assertThat(result.withheld()).hasSize(2).allSatisfy(each -> assertThat(each.toString()).contains("BLOCKED",
                "waits for a second person")).extracting(Object::toString).anySatisfy(each -> assertThat(each)
                        .contains("INV-1", "2026-10-29"));
        books.refused(all, DAY);
        assertThat(job().run(DAY, true).reminded()).isEqualTo(2);
        books.writeOffProposed("INV-1", DAY.minusDays(31), "100.00");
        assertThat(job().run(DAY, true).reminded()).as("nobody has looked for a month").isEqualTo(2);
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.customer("C-1", "c1@acme.example", "en");
        books.bankDataTo(DAY);
    }

    private DunningRules rules() {
        return new DunningRules(new Companies(List.of(MAIN)), policy, InterestPolicy.NONE, new BusinessCalendars(Map.of()),
                company -> Optional.empty(), HoldOut.NOBODY, unseen);
    }

    private DunningJob job() {
        Templates templates = new Templates(Path.of("config/templates"), "en");
        return new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules(),
                ReminderWriting.plain(new ReminderMail(templates, SENDER), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, SENDER));
    }

    private CompanyReminders run() {
        return job().run(DAY, false).companies().get(0);
    }

    private void assertReason(Reason reason) {
        assertThat(job().run(DAY, true).companies().get(0).withheld()).extracting(Withheld::reason).containsExactly(reason);
    }

    private DeliveryReport deliver() {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        return new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, new ReminderLook(ledger, outbox, rules())).run();
    }
}
