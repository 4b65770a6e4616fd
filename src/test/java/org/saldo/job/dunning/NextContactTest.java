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
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/** Where the next mail goes when one came back, and what counts of the one that did. */
class NextContactTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private final ScriptedServer server = new ScriptedServer();
    private final Templates templates = new Templates(Path.of("config/templates"), "en");
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
    void theNextContactIsWrittenToOnTheSameDayOnce(TestDatabase kind) {
        open(kind);
        server.at(Step.RCPT, "550 5.1.1 user unknown");
        run(DAY);
        assertThat(next().run(DAY)).isEqualTo(1);
        assertThat(next().run(DAY)).isZero();
        deliver();
        assertThat(taken()).singleElement().asString().contains("To: office@acme.example");
        assertThat(books.rows("SELECT business_key FROM mail WHERE kind = 'REMINDER' ORDER BY mail_id")).last()
                .isEqualTo(Map.of("business_key", "reminder-next/main/C-1/2026-10-29"));
        nextDay();
        assertThat(run(DAY.plusDays(1))).as("the second mail counts").extracting(Withheld::reason)
                .containsExactly(Withheld.Reason.TOO_SOON);
        assertThat(books.count("reminder")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBackIsNoneOfTheMailsOfAWeek(TestDatabase kind) {
        open(kind);
        for (int i = 0; i < 2; i++) {
            server.at(Step.RCPT, "550 5.1.1 user unknown");
            run(DAY.plusDays(i));
            nextDay();
        }
        assertThat(books.rows("SELECT state FROM mail WHERE kind = 'REMINDER'").toString()).doesNotContain("ACCEPTED");
        books.contacts("C-1", "new@acme.example", "office@acme.example");
        LocalDate monday = DAY.plusDays(4);
        nextDay();
        nextDay();
        books.bankDataTo(monday);
        run(monday);
        assertThat(taken()).singleElement().asString().contains("To: new@acme.example");
    }

    @ParameterizedTest
    @EnumSource
    void financeIsToldOfACustomerOnceWhenItsNextContactWasWrittenTo(TestDatabase kind) {
        open(kind);
        server.at(Step.RCPT, "550 5.1.1 user unknown");
        run(DAY);
        assertThat(next().run(DAY)).isEqualTo(1);
        run(DAY);
        assertThat(books.texts("FINANCE")).hasSize(2).allSatisfy(text ->
                assertThat(text).contains("EUR 100.00").doesNotContain("EUR 200.00"));
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.contacts("C-1", "gone@acme.example", "office@acme.example");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        books.bankDataTo(DAY);
    }

    private void nextDay() {
        now = now.plus(Duration.ofDays(1));
    }

    private List<Withheld> run(LocalDate day) {
        List<Withheld> withheld = new DunningJob(ledger, leases, outbox(), rules(), writing(),
                new ReminderSummary(templates, "hub@seller.example")).run(day, false).companies().get(0).withheld();
        deliver();
        return withheld;
    }

    private NextContactJob next() {
        return new NextContactJob(ledger, leases, outbox(), () -> new NextContactJob.Rules(rules(), writing()));
    }

    private OutboxStore outbox() {
        return new OutboxStore(ledger, CustomerMail.ON);
    }

    private ReminderWriting writing() {
        return ReminderWriting.plain(new ReminderMail(templates, "hub@seller.example"), new AnswerStore(ledger).replyKey());
    }

    private DunningRules rules() {
        return new DunningRules(new Companies(List.of(MAIN)), PlainPolicy.read(), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
    }

    private void deliver() {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, new ReminderLook(ledger, outbox(), rules())).run();
    }

    private List<String> taken() {
        return server.taken().stream().filter(mail -> mail.lines().anyMatch(line -> line.startsWith("Subject:")
                && line.contains("Reminder:"))).toList();
    }
}
