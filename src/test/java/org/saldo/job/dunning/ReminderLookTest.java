package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.job.DeliveryReport;
import org.saldo.job.LastLook;
import org.saldo.job.People;
import org.saldo.job.people.ReminderReleaseJob;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PostalAddress;
import org.saldo.ledger.Words;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.dunning.ReminderKey;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;
import org.saldo.store.mail.OutboxStore;

/** The look before a reminder goes, as it is taken at many of them. The day is a Thursday. */
class ReminderLookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final String SENDER = "Seller <hub@seller.example>";

    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private RunLimits limits = RunLimits.NONE;
    private Optional<LetterFolder> letters = Optional.empty();
    @TempDir
    private Path out;
    private ScriptedServer server;
    private final AtomicInteger statements = new AtomicInteger();
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
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
    void theNextMailsAreLookedAtTogether(TestDatabase kind) {
        int withoutALook = statementsForAHundred(kind, () -> LastLook.NONE);
        close();
        int look = statementsForAHundred(kind, this::look) - withoutALook;
        assertThat(look).as("twice what the ledger knows for each, and thirty-odd for fifty at once").isBetween(200, 310);
    }

    private int statementsForAHundred(TestDatabase kind, Supplier<LastLook> look) {
        open(kind, 100);
        job().run(DAY, false);
        LastLook made = look.get();
        count();
        assertThat(deliver(made).accepted()).isEqualTo(101);
        return statements.get();
    }

    /** Another node books the payment of a customer whose mail was read ahead and has not gone. */
    @ParameterizedTest
    @EnumSource
    void whatIsPublishedBetweenTwoMailsCountsForTheSecond(TestDatabase kind) {
        open(kind, 5);
        job().run(DAY, false);
        LastLook look = look();
        DeliveryReport report = deliver(new LastLook() {

            @Override
            public void expect(List<DueMail> mails) {
                look.expect(mails);
            }

            @Override
            public Optional<Words> held(DueMail mail) {
                return look.held(mail);
            }

            @Override
            public Optional<Words> cancelled(DueMail mail) {
                if (mail.customer().equals("C-1001")) {
                    books.cash("INV-1", "C-1001", "100.00", DAY);
                    books.cash("INV-3", "C-1003", "40.00", DAY);
                }
                return look.cancelled(mail);
            }
        });
        assertThat(report.cancelled()).extracting(DeliveryReport.Cancelled::customer).containsExactly("C-1001", "C-1003");
        assertThat(report.cancelled().get(1).reason()).asString()
                .contains("INV-3 is open with EUR 60.00 now and not with EUR 100.00");
        assertThat(report.accepted()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void aBlockBetweenTwoMailsCountsForTheSecond(TestDatabase kind) {
        open(kind, 3);
        job().run(DAY, false);
        LastLook look = look();
        List<DueMail> mails = new OutboxQueue(ledger).due(now, Optional.empty(), 10).stream()
                .filter(mail -> mail.kind() == MailKind.REMINDER).toList();
        look.expect(mails);
        assertThat(look.cancelled(mails.get(0))).isEmpty();
        books.block("C-1001", null, DAY, null);
        assertThat(look.cancelled(mails.get(1))).hasValueSatisfying(why -> assertThat(why.toString()).contains("blocked"));
        assertThat(look.cancelled(mails.get(2))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoMustNotBeRemindedByNowIsNot(TestDatabase kind) {
        open(kind, 2);
        job().run(DAY, false);
        books.customer("C-1001", "c1@acme.example", "en", "DE", true);
        DeliveryReport report = deliver(look());
        assertThat(report.cancelled()).extracting(DeliveryReport.Cancelled::customer).containsExactly("C-1001");
        assertThat(report.cancelled().get(0).reason()).contains("natural person");
        assertThat(books.count("reminder_withdrawal")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesAnAddressOrADueDayOfYesterdayDoesNotGo(TestDatabase kind) {
        open(kind, 3);
        job().run(DAY, false);
        books.customer("C-1000", "new@acme.example", "en");
        books.newDueDate("INV-1", DAY.minusDays(10));
        DeliveryReport report = deliver(look());
        assertThat(report.cancelled()).extracting(DeliveryReport.Cancelled::reason).satisfiesExactly(
                why -> assertThat(why).contains("c0@acme.example is no address of the customer's any more"),
                why -> assertThat(why).contains("INV-1 falls due on 2026-10-19 now"));
        assertThat(level(0)).as("nothing was said").isZero();
        now = now.plus(Duration.ofDays(1));
        books.bankDataTo(DAY.plusDays(1));
        books.decide("BANK-2", null, "DEFERRED", "");
        run(DAY.plusDays(1));
        assertThat(books.rows("SELECT recipients, state FROM mail WHERE customer_id = 'C-1000' ORDER BY mail_id").toString())
                .isEqualToIgnoringCase("[{recipients=c0@acme.example, state=CANCELLED}, "
                        + "{recipients=new@acme.example, state=ACCEPTED}]");
    }

    @ParameterizedTest
    @EnumSource
    void aBlockHoldsForTheNextVersionOfItsDocumentToo(TestDatabase kind) {
        open(kind, 1);
        long block = books.block(null, "INV-0", DAY.minusDays(3), null);
        books.newVersion("INV-0", "90.00", DAY);
        job().run(DAY, false);
        assertThat(books.count("reminder")).isZero();
        books.lift(block, DAY);
        job().run(DAY, false);
        assertThat(books.count("reminder")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theNextVersionOfADocumentGoesOnWhereTheLastOneStood(TestDatabase kind) {
        open(kind, 3);
        run(DAY);
        books.newVersion("INV-0", "90.00", DAY);
        books.newVersion("INV-1", Map.of("due_date", DAY.minusDays(8)), DAY);
        assertThat(List.of(level(0), level(1), level(2))).as("another amount, a later due day, as it was")
                .containsExactly(1, 0, 1);
        ledger.write(BatchKind.DELIVERY, "test", DAY, batch -> batch.handle().execute("""
                UPDATE mail SET state = 'BOUNCED' WHERE customer_id = 'C-1000'"""));
        assertThat(level(0)).as("it came back").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void ofTheNextVersionOfADocumentAFinalNoticeIsSaidAgain(TestDatabase kind) {
        open(kind, 1);
        run(DAY);
        ledger.write(BatchKind.REMINDER, "test", DAY, batch -> batch.handle().execute(
                "UPDATE reminder_item SET dunning_level = 3, last_day = ?", DAY.plusDays(14)));
        assertThat(level(0)).isEqualTo(3);
        books.newVersion("INV-0", "110.00", DAY);
        DunningCase now = now(0);
        assertThat(now.debts().get(0).level()).isEqualTo(2);
        assertThat(now.past().finals()).isEmpty();
    }

    private int level(int customer) {
        return now(customer).debts().get(0).level();
    }

    private DunningCase now(int customer) {
        String number = "C-" + (1000 + customer);
        return new DunningStore(ledger, PlainPolicy.read()).cases("main", List.of(number), DAY).get(number);
    }

    /** Between the customers of two mails stands more than is read at once. */
    @ParameterizedTest
    @EnumSource
    void customersFarApartAreLookedAtAsWell(TestDatabase kind) {
        open(kind, 2);
        for (int i = 0; i < 1100; i++) {
            books.invoice("LATER-" + i, "C-1000x", DAY.plusDays(20), "1.00");
        }
        job().run(DAY, false);
        books.cash("INV-1", "C-1001", "100.00", DAY);
        DeliveryReport report = deliver(look());
        assertThat(report.cancelled()).singleElement().satisfies(each ->
                assertThat(each.customer()).isEqualTo("C-1001"));
        assertThat(report.accepted()).isEqualTo(2);
    }

    /** Few among many are read in runs of their own, whoever has paid by then too. */
    @ParameterizedTest
    @EnumSource
    void whoStandsFarApartIsReadAsIfAlone(TestDatabase kind) {
        open(kind, 60);
        job().run(DAY, false);
        books.cash("INV-30", "C-1030", "100.00", DAY);
        DunningStore store = new DunningStore(ledger, PlainPolicy.read());
        List<String> far = List.of("C-1002", "C-1003", "C-1030", "C-1058");
        Map<String, DunningCase> alone = new HashMap<>();
        far.forEach(number -> alone.putAll(store.cases("main", List.of(number), DAY)));
        LinkedHashMap<String, String> keys = new LinkedHashMap<>();
        far.forEach(number -> keys.put(number, ReminderKey.of(new CustomerId("main", number), DAY)));
        DunningStore.Looked looked = store.look("main", keys, DAY);
        assertThat(looked.cases()).containsOnlyKeys("C-1002", "C-1003", "C-1058")
                .allSatisfy((number, found) -> assertThat(found).isEqualTo(alone.get(number)));
        assertThat(looked.said()).hasSize(3).containsKey(keys.get("C-1058"));
        assertThat(ledger.<Map<String, DunningCase>>record(BatchKind.REMINDER, "test", DAY, batch ->
                store.readCases(batch, "main", far, DAY))).isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource
    void aReminderOfWhatIsPaidKeepsThePaceAndOneToAWrongAddressDoesNot(TestDatabase kind) {
        open(kind, 0);
        books.contacts("C-1", "gone@acme.example", "office@acme.example");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        run(DAY);
        books.cash("INV-1", "C-1", "100.00", DAY.plusDays(1));
        books.invoice("INV-2", "C-1", DAY.minusDays(10), "50.00");
        now = now.plus(Duration.ofDays(7));
        books.bankDataTo(DAY.plusDays(7));
        books.decide("BANK-2", null, "DEFERRED", "");
        server.at(ScriptedServer.Step.RCPT, "550 5.1.1 user unknown");
        run(DAY.plusDays(7));
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER' ORDER BY mail_id").toString())
                .isEqualToIgnoringCase("[{state=ACCEPTED}, {state=FAILED}]");
        DunningCase next = new DunningStore(ledger, PlainPolicy.read()).cases("main", List.of("C-1"), DAY.plusDays(8)).get("C-1");
        assertThat(next.lastReminded()).contains(DAY);
        assertThat(next.debts()).singleElement().satisfies(debt -> assertThat(debt.level()).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonLetGoWaitsForItsServerAlthoughOthersOfItsDayWereLetGoByNobody(TestDatabase kind) {
        open(kind, 2);
        limits = new RunLimits(true, Map.of(), Map.of(), RunLimits.NONE.first());
        run(DAY);
        new ReminderReleaseJob(ledger, new Companies(List.of(MAIN)), People.ALL).release(
                new Decider("anna", "looked at it", DAY, "main"), new ReminderHolds.Whose("main", "C-1000"), DAY);
        books.tryLater("C-1000", now.plus(Duration.ofHours(30)), 1);
        limits = RunLimits.NONE;
        now = now.plus(Duration.ofDays(1));
        run(DAY.plusDays(1));
        assertThat(books.rows("SELECT customer_id, state FROM mail WHERE kind = 'REMINDER' ORDER BY mail_id").toString())
                .isEqualToIgnoringCase("[{customer_id=C-1000, state=PENDING}, {customer_id=C-1001, state=CANCELLED}, "
                        + "{customer_id=C-1001, state=ACCEPTED}]");
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatNobodyLetGoIsDecidedAnewAlsoWhenTheHubStoodStillForMonths(TestDatabase kind) {
        open(kind, 0);
        books.byPost("C-1001", "de", new PostalAddress("Hafenstr. 7", "20457", "Hamburg", ""));
        books.invoice("INV-1", "C-1001", DAY.minusDays(20), "100.00");
        letters = Optional.of(new LetterFolder(out, List.of()));
        limits = new RunLimits(true, Map.of(), Map.of(), RunLimits.NONE.first());
        run(DAY);
        LocalDate later = DAY.plusDays(97);
        now = now.plus(Duration.ofDays(97));
        books.bankDataTo(later);
        books.decide("BANK-2", null, "DEFERRED", "");
        run(later);
        assertThat(books.rows("SELECT dunning_level FROM reminder")).as("the first was never sent").hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("dunning_level", 1));
        assertThat(books.count("reminder_withdrawal")).isEqualTo(1);
    }

    private void open(TestDatabase kind, int customers) {
        server = new ScriptedServer();
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        for (int i = 0; i < customers; i++) {
            books.customer("C-" + (1000 + i), "c" + i + "@acme.example", "en");
            books.invoice("INV-" + i, "C-" + (1000 + i), DAY.minusDays(20), "100.00");
        }
        books.bankDataTo(DAY);
        books.decide("BANK-1", null, "DEFERRED", "");
    }

    /** From here on. */
    private void count() {
        statements.set(0);
        database.jdbi().getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
    }

    private DunningRules rules() {
        return new DunningRules(new Companies(List.of(MAIN)), PlainPolicy.read(), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY, new SeenReceipts(ledger)::whyNot);
    }

    private DunningJob job() {
        return new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules(),
                new ReminderWriting(new ReminderMail(templates, SENDER), terms(), new AnswerStore(ledger).replyKey(), false,
                        (any, day) -> Optional.empty(), Optional.of(preview()), letters),
                new ReminderSummary(templates, SENDER));
    }

    private ReminderPreview preview() {
        return new ReminderPreview(templates, SENDER, new AnswerStore(ledger).replyKey(), ReleaseWords.ENGLISH,
                new WorklistWordings(Map.of()));
    }

    private ReminderTerms terms() {
        return new ReminderTerms(limits, false, false, List.of());
    }

    private ReminderLook look() {
        return new ReminderLook(ledger, new OutboxStore(ledger, CustomerMail.ON), rules()).holding(terms(), preview());
    }

    private void run(LocalDate day) {
        job().run(day, false);
        deliver(look());
    }

    private DeliveryReport deliver(LastLook look) {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        return new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, look).run();
    }
}
