package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderAnswerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.answer.ReminderAnswerPolicy;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.job.People;
import org.saldo.job.VerifyJob;
import org.saldo.job.dunning.DunningJob;
import org.saldo.job.dunning.DunningRules;
import org.saldo.job.dunning.ReminderWriting;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.PersonAction;
import org.saldo.settings.PlainPolicy;
import org.saldo.settings.ListsFile;
import org.saldo.settings.MatchingFile;
import org.saldo.settings.ReminderAnswersFile;
import org.saldo.settings.RepliesFile;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/**
 * C-1 owes INV-1001 (1,200.00), INV-1002 (300.00) and, not yet due, INV-1003; C-2 owes INV-2001. Both are reminded on
 * {@link #DAY}, a Thursday, and answer on the day after. Anna may do everything.
 */
public final class ReminderTalk implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    public static final LocalDate REPLIED = DAY.plusDays(1);
    private static final String SENDER = "Seller <hub@seller.example>";
    private static final ReplyReader READER = new ReplyReader(RepliesFile.read(Path.of("config/policies/replies.yaml")));
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    public static final Companies COMPANIES = new Companies(List.of(MAIN));
    private static final Authority ALL = new Authority("authority.yaml",
            List.of(new Authority.Grant("anna", EnumSet.allOf(PersonAction.class), Optional.empty())));
    private static final BusinessCalendars CALENDARS = new BusinessCalendars(Map.of());
    static final Templates TEMPLATES = new Templates(Path.of("config/templates"), "en");

    public final Database database;
    public final Ledger ledger;
    public final DunningBooks books;
    public final PersonJobs people;
    private final Leases leases;
    private final OutboxStore outbox;
    private final AnswerMails mails;
    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private boolean whole = true;

    public ReminderTalk(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        people = new PersonJobs(ledger, COMPANIES, ALL, People.DISPUTES);
        outbox = new OutboxStore(ledger, CustomerMail.ON);
        mails = new AnswerMails(outbox, COMPANIES, StatementTemplates.read(Path.of("config/templates")),
                new AnswerStore(ledger).replyKey(), new AnswerMails.Post("hub@seller.example", false));
        books.customer("C-1", "c1@acme.example", "en");
        books.customer("C-2", "c2@beta.example", "en");
        books.bankDataTo(DAY);
        books.invoice("INV-1001", "C-1", DAY.minusDays(20), "1200.00");
        books.invoice("INV-1002", "C-1", DAY.minusDays(10), "300.00");
        books.invoice("INV-1003", "C-1", DAY.plusDays(30), "77.00");
        books.invoice("INV-2001", "C-2", DAY.minusDays(20), "500.00");
        assertThat(remind(DAY).reminded()).hasSize(2);
    }

    CompanyReminders remind(LocalDate day) {
        books.bankDataTo(day);
        return job().run(day, false).companies().get(0);
    }

    /** What would be decided on a day, with fresh bank data. */
    CompanyReminders look(LocalDate day) {
        books.bankDataTo(day);
        return job().run(day, true).companies().get(0);
    }

    private DunningJob job() {
        DunningRules rules = new DunningRules(COMPANIES, PlainPolicy.read(),
                InterestPolicy.NONE, CALENDARS, company -> Optional.empty(), HoldOut.NOBODY);
        return new DunningJob(ledger, leases, outbox, rules,
                ReminderWriting.plain(new ReminderMail(TEMPLATES, SENDER), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(TEMPLATES, SENDER));
    }

    /** A reply to the customer's reminder, by its own mail program. */
    public byte[] reply(String customer, String text) {
        return mail("dmarc=pass", from(customer), "Re: Reminder", text, "In-Reply-To: " + messageId(customer) + "\r\n");
    }

    byte[] unproved(String customer, String text) {
        return mail("dmarc=none", from(customer), "Re: Reminder", text, "In-Reply-To: " + messageId(customer) + "\r\n");
    }

    byte[] byMachine(String customer, String text) {
        return mail("dmarc=pass", from(customer), "Automatic reply", text, "In-Reply-To: " + messageId(customer)
                + "\r\nAuto-Submitted: auto-replied\r\n");
    }

    byte[] mail(String result, String from, String subject, String text, String more) {
        return ("Authentication-Results: mx.saldo.example; " + result + " header.from="
                + from.substring(from.indexOf('@') + 1) + "\r\nFrom: " + from + "\r\nTo: answers@seller.example\r\nSubject: "
                + subject + "\r\n" + more + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String from(String customer) {
        return customer.equals("C-1") ? "c1@acme.example" : "c2@beta.example";
    }

    /** Of the customer's last reminder. */
    String messageId(String customer) {
        return last(customer, "message_id");
    }

    /** The subject of it, with the code that binds an answer. */
    String subject(String customer) {
        return last(customer, "subject");
    }

    private String last(String customer, String column) {
        return String.valueOf(books.rows("SELECT " + column + " FROM mail WHERE kind = 'REMINDER' AND customer_id = '" + customer
                + "' ORDER BY mail_id DESC LIMIT 1").get(0).get(column));
    }

    public ReplyReport take(byte[] raw) {
        return take(raw, REPLIED);
    }

    public ReplyReport take(byte[] raw, LocalDate day) {
        return take(raw, day.atTime(9, 0).toInstant(ZoneOffset.UTC), day);
    }

    /** A mail that has waited in the mailbox since it was received. */
    ReplyReport take(byte[] raw, Instant received, LocalDate day) {
        now = day.atTime(9, 1).toInstant(ZoneOffset.UTC);
        ReminderAnswerPolicy policy = ReminderAnswersFile.read(Path.of("config/policies/reminder-answers.yaml"));
        ReminderReplies reminders = new ReminderReplies(ledger, COMPANIES, new ReminderReplies.Rules(policy,
                AnswerPolicy.NONE, CALENDARS), READER, outbox, new ReminderAnswerMail(TEMPLATES, SENDER));
        return new ReplyJob(ledger, COMPANIES, AnswerPolicy.NONE, new ReplyJob.Reading(
                new MailReader(MailLimits.USUAL, "mx.saldo.example", 0), READER, lists(), Optional.of(reminders),
                Optional.empty(), Optional.of(beyond())), mails)
                .takeIn(raw, received, day);
    }

    StatementAnswers beyond() {
        return new StatementAnswers(ledger, COMPANIES, ReminderAnswersFile.read(
                Path.of("config/policies/reminder-answers.yaml")), CALENDARS, MatchingFile.read(
                Path.of("config/policies/matching.yaml")).differences().deductionWords());
    }

    OutboxStore outbox() {
        return outbox;
    }

    /** From now on it is this day. */
    void at(LocalDate day) {
        now = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    AnswerTask lastTask() {
        List<AnswerTask> waiting = new AnswerReader(ledger).waiting("main", 100);
        return waiting.get(waiting.size() - 1);
    }

    /** Puts a list beside the customer's account as it is now, and writes to both sides. */
    void bridge(String customer, String list) {
        CompareJob compare = compare();
        compare.mail(compare.compare(new CustomerId("main", customer), Optional.empty(), Optional.empty(), "list.csv",
                list.getBytes(StandardCharsets.UTF_8), REPLIED), REPLIED, "anna");
    }

    String messageIdOf(String businessKey) {
        return String.valueOf(books.rows("SELECT message_id FROM mail WHERE business_key LIKE '" + businessKey
                + "%' ORDER BY mail_id DESC LIMIT 1").get(0).get("message_id"));
    }

    private CompareJob compare() {
        return new CompareJob(ledger, outbox, COMPANIES, ListsFile.read(Path.of("config/policies/lists.yaml")),
                StatementTemplates.read(Path.of("config/templates")),
                new AnswerMails.Post("hub@seller.example", false));
    }

    ReplyLists lists() {
        return new ReplyLists(compare(), AnswerPolicy.Lists.WITH_TASK);
    }

    AnswerTask task(String id) {
        return new AnswerReader(ledger).task(Long.parseLong(id.substring(2))).orElseThrow();
    }

    public ReminderDesk desk() {
        return new ReminderDesk(ledger, people);
    }

    AnswerDesk statementDesk() {
        return new AnswerDesk(ledger, COMPANIES, ALL, new AnswerDesk.Rules(AnswerPolicy.NONE, lists()), mails);
    }

    /** The acknowledgements that were written, as their subjects. */
    List<String> acknowledged() {
        return books.rows("SELECT recipients FROM mail WHERE kind = 'ACKNOWLEDGEMENT' ORDER BY mail_id").stream()
                .map(row -> String.valueOf(row.get("recipients"))).toList();
    }

    /** What is paused of which document, and until when. */
    List<String> paused() {
        return books.rows("SELECT d.document_number, p.amount, p.until_day FROM answer_pause p"
                        + " JOIN document d ON d.item_id = p.item_id ORDER BY p.pause_id").stream()
                .map(row -> row.get("document_number") + " " + ((java.math.BigDecimal) row.get("amount")).setScale(2) + " "
                        + row.get("until_day")).toList();
    }

    public void isNoLongerWhole() {
        whole = false;
    }

    public VerifyReport verify() {
        return new VerifyJob(new VerifyStore(ledger)).run();
    }

    /** Whatever happened in the test, what the ledger promises of reminders, mails and pauses holds. */
    @Override
    public void close() {
        try {
            assertThat(whole ? verify().results() : List.<VerifyReport.Result>of())
                    .filteredOn(result -> List.of("I2", "I12", "I13", "I14", "I18", "I25", "I31", "I32")
                            .contains(result.promise().name()))
                    .filteredOn(result -> !result.holds()).isEmpty();
        } finally {
            leases.close();
            database.close();
        }
    }
}
