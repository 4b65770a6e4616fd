package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
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
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.DeliveryJob;
import org.saldo.job.LastLook;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.settings.DunningFile;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/** What becomes of a reminder whose copy goes to a colleague: the customer's address alone tells whether it was reminded. */
class CopiedReminderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final String LADDER = """
            version: "1"
            ladders:
              - name: copied
                grace-days: 3
                steps:
                  - {kind: reminder, days: 5, days-between: 7, template: reminder-1, recipients: [contact, salesperson]}
                  - {kind: reminder, days: 14, days-between: 7, template: reminder-2, recipients: [contact, salesperson]}
            bank-data-age-business-days: 3
            waiting-receipts-cover-business-days: 5
            payables-business-days: 5
            direct-debit-business-days: 5
            mails-per-run: 500
            mail-waits-business-days: 2
            """;

    private final ScriptedServer server = new ScriptedServer();
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        leases.close();
        database.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aDeadColleagueKeepsNoReminderFromItsCustomer(TestDatabase kind) throws IOException {
        open(kind);
        server.at(Step.RCPT, "250 ok").at(Step.RCPT, "550 5.1.1 no such user here");
        run(DAY);
        assertThat(server.taken()).filteredOn(mail -> mail.contains("[RM-")).singleElement().asString()
                .contains("To: pay@acme.example", "Cc: ana@seller.example");
        assertThat(reminder()).containsEntry("state", "ACCEPTED").extracting("last_reply").asString()
                .contains("without the copy for ana@seller.example: 550 5.1.1 no such user here");
        assertThat(books.rows("SELECT detail FROM mail_event ORDER BY event_id")).extracting(row -> row.get("detail").toString())
                .anyMatch(detail -> detail.contains("without the copy for ana@seller.example"));
        assertThat(books.count("address_mark")).as("nothing is said of the customer").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatComesBackFromTheCustomerWasNoNoticeThoughItsCopyArrived(TestDatabase kind) throws IOException {
        open(kind);
        run(DAY);
        assertThat(bounced("pay@acme.example")).isTrue();
        assertThat(reminder()).containsEntry("state", "BOUNCED");
        assertThat(books.rows("SELECT address FROM address_mark")).containsExactly(Map.of("address", "pay@acme.example"));
        now = now.plus(Duration.ofDays(1));
        run(DAY.plusDays(1));
        assertThat(books.rows("SELECT dunning_level, recipients FROM reminder r JOIN mail m ON m.business_key = r.business_key"
                + " ORDER BY reminder_id")).extracting(row -> row.get("recipients"), row -> row.get("dunning_level"))
                .as("the first did not count, and the next goes to the next contact").containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pay@acme.example", 1),
                        org.assertj.core.groups.Tuple.tuple("office@acme.example", 1));
    }

    @ParameterizedTest
    @EnumSource
    void aCopyThatComesBackIsNotedAndTheNoticeStands(TestDatabase kind) throws IOException {
        open(kind);
        run(DAY);
        assertThat(bounced("Ana@seller.example")).isTrue();
        assertThat(bounced("moved.to@seller.example")).as("the server passed it on").isTrue();
        assertThat(reminder()).containsEntry("state", "ACCEPTED");
        assertThat(books.count("address_mark")).isZero();
        assertThat(books.rows("SELECT state, detail FROM mail_event ORDER BY event_id")).filteredOn(row -> row.get("detail")
                .toString().startsWith("the copy for")).hasSize(2).allSatisfy(row ->
                        assertThat(row).containsEntry("state", "ACCEPTED"));
        assertThat(bounced("elsewhere@acme.example")).as("of the customer's one address").isTrue();
        assertThat(reminder()).containsEntry("state", "BOUNCED");
    }

    private Map<String, Object> reminder() {
        return books.rows("SELECT state, last_reply FROM mail WHERE kind = 'REMINDER' ORDER BY mail_id").get(0);
    }

    private boolean bounced(String recipient) {
        String id = books.rows("SELECT message_id FROM mail WHERE kind = 'REMINDER'").get(0).get("message_id").toString();
        return ledger.record(BatchKind.ANSWER, "replies", DAY,
                batch -> new OutboxStore(ledger, CustomerMail.ON).bounced(batch, id, recipient, "5.1.1"));
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.sold("C-1", "pay@acme.example", "office@acme.example", "ana@seller.example");
        books.invoice("INV-1", "C-1", DAY.minusDays(10), "100.00");
        books.bankDataTo(DAY);
    }

    private void run(LocalDate day) throws IOException {
        Path policy = Files.writeString(folder.resolve("dunning.yaml"), LADDER);
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        Templates templates = new Templates(Path.of("config/templates"), "en");
        new DunningJob(ledger, leases, outbox, new DunningRules(new Companies(List.of(MAIN)), DunningFile.read(policy),
                InterestPolicy.NONE, new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY),
                ReminderWriting.plain(new ReminderMail(templates, "hub@seller.example"), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, "hub@seller.example")).run(day, false);
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), "");
        new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, LastLook.NONE).run();
    }
}
