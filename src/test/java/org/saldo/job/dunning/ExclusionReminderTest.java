package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.job.DeliveryReport;
import org.saldo.job.People;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.money.Money;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerFixture;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyStore;

/** A reminder leaves out what is disputed, promised or in a plan, from the decision to the wire. The day is a Thursday. */
class ExclusionReminderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Instruction.Terms PRICE = new Instruction.Terms("PRICE", "bernd", "", "");
    private static final Companies COMPANIES = new Companies(List.of(LedgerFixture.MAIN));

    private final ScriptedServer server = new ScriptedServer();
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;
    private PersonJobs people;

    /** Whatever happened, no reminder asked for what was excluded then. */
    @AfterEach
    void close() {
        try {
            assertThat(new VerifyStore(ledger).verify(rows -> { }).of(Promise.I13).breaches()).isEmpty();
        } finally {
            leases.close();
            database.close();
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRestOfADisputedItemIsRemindedOfWithItsTrueAmount(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        books.invoice("INV-2", "C-1", DAY.minusDays(20), "50.00");
        people.dispute().open(anna(DAY), "INV-1", Optional.of(new BigDecimal("200")), PRICE);
        people.dispute().open(anna(DAY), "INV-2", Optional.empty(), PRICE);
        CompanyReminders reminders = run(DAY);
        assertThat(reminders.reminded()).extracting(CompanyReminders.Reminded::asked)
                .containsExactly(List.of(Money.of("EUR", "800.00")));
        assertThat(reminders.withheld()).extracting(Withheld::reason).containsExactly(Withheld.Reason.DISPUTED,
                Withheld.Reason.DISPUTED);
        assertThat(reminders.withheld().get(0).words().toString()).contains("INV-1: EUR 200.00 is disputed (D-",
                "bernd answers by");
        assertThat(deliver().accepted()).isEqualTo(1);
        assertThat(server.taken().get(0).replaceAll("=\r?\n", "")).contains("EUR 1,000.00", "EUR 800.00", "Not asked for here",
                "INV-2  EUR 50.00  disputed; we answer by");
        assertThat(books.rows("SELECT excluded_amount FROM reminder_item").toString()).contains("200");
    }

    @ParameterizedTest
    @EnumSource
    void aDisputeOrAPromiseThatComesWhileTheReminderWaitsCancelsIt(TestDatabase kind) {
        open(kind);
        books.customer("C-2", "c2@acme.example", "en");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        books.invoice("INV-2", "C-2", DAY.minusDays(20), "500.00");
        assertThat(run(DAY).reminded()).hasSize(2);
        people.dispute().open(anna(DAY), "INV-1", Optional.of(new BigDecimal("0.01")), PRICE);
        people.promise().promise(anna(DAY), promise("C-2", "", "500", DAY.plusDays(3)));
        assertThat(deliver().cancelled()).extracting(cancelled -> cancelled.reason()).satisfiesExactlyInAnyOrder(
                reason -> assertThat(reason).contains("of INV-1, EUR 0.01 is disputed"),
                reason -> assertThat(reason).contains("INV-2 is paid, covered, blocked, disputed or promised now"));
        assertThat(server.taken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPromiseHoldsUntilItsDayAndGraceAndWhatWasPaidOfItIsNotLeftOutTwice(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        people.promise().promise(anna(DAY), promise("C-1", "INV-1", "400", DAY.plusDays(1)));
        assertThat(run(DAY).reminded().get(0).asked()).containsExactly(Money.of("EUR", "600.00"));
        people.promise().promise(anna(DAY), promise("C-1", "INV-1", "600", DAY.plusDays(12)));
        books.bankDataTo(DAY.plusDays(11));
        assertThat(run(DAY.plusDays(12)).reminded().get(0).asked()).as("one promise is broken, the other one not yet due")
                .containsExactly(Money.of("EUR", "400.00"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAskedForOfAPlanThatIsKeptAndAllOfOneThatIsBroken(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        String plan = people.plan().propose(anna(DAY.minusDays(9)), Instruction.plan("C-1", "INV-1",
                new Instruction.Terms("", "", DAY.plusDays(1) + ":300.00," + DAY.plusDays(60) + ":700.00", ""))).id();
        assertThat(run(DAY, true).reminded()).as("only proposed").hasSize(1);
        people.plan().accept(anna(DAY.minusDays(8)), plan);
        CompanyReminders kept = run(DAY);
        assertThat(kept.reminded()).isEmpty();
        assertThat(kept.withheld()).extracting(Withheld::reason).containsExactly(Withheld.Reason.IN_PLAN);
        assertThat(kept.withheld().get(0).words().toString()).contains("next instalment " + DAY.plusDays(1));
        books.bankDataTo(DAY.plusDays(6));
        assertThat(run(DAY.plusDays(6)).reminded().get(0).asked()).containsExactly(Money.of("EUR", "1000.00"));
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsAReminderThatAskedForWhatWasDisputed(TestDatabase kind) {
        open(kind);
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        people.dispute().open(anna(DAY), "INV-1", Optional.of(new BigDecimal("200")), PRICE);
        run(DAY);
        Rows.execute(database, "UPDATE reminder_item SET excluded_amount = 0");
        assertThat(new VerifyStore(ledger).verify(rows -> { }).of(Promise.I13).breaches()).singleElement().asString()
                .contains("left out 0", "200.00 was disputed, promised or in a plan then", "D-");
        Rows.execute(database, "UPDATE reminder_item SET excluded_amount = 200");
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        people = new PersonJobs(ledger, COMPANIES, People.ALL, People.DISPUTES);
        books.customer("C-1", "c1@acme.example", "en");
        books.bankDataTo(DAY);
    }

    private static Decider anna(LocalDate day) {
        return new Decider("anna", "the customer said so", day, "");
    }

    private static Instruction promise(String customer, String documents, String amount, LocalDate day) {
        return Instruction.promise(customer, documents, new BigDecimal(amount), day, Instruction.Terms.NONE);
    }

    private DunningRules rules() {
        return new DunningRules(COMPANIES, PlainPolicy.read(),
                InterestPolicy.NONE, new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
    }

    private CompanyReminders run(LocalDate day) {
        return run(day, false);
    }

    private CompanyReminders run(LocalDate day, boolean dryRun) {
        Templates templates = new Templates(Path.of("config/templates"), "en");
        return new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules(),
                ReminderWriting.plain(
                        new ReminderMail(templates, "hub@seller.example"), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, "hub@seller.example"))
                .run(day, dryRun).companies().get(0);
    }

    private DeliveryReport deliver() {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        return new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, new ReminderLook(ledger, outbox, rules())).run();
    }
}
