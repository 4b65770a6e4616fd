package org.saldo.job.dunning;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderAnswerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.job.DataFolders;
import org.saldo.job.DeliveryJob;
import org.saldo.job.DeliveryReport;
import org.saldo.job.ExplainJob;
import org.saldo.job.People;
import org.saldo.job.answer.AnswerMails;
import org.saldo.job.answer.CompareJob;
import org.saldo.job.answer.ReminderDesk;
import org.saldo.job.answer.ReminderReplies;
import org.saldo.job.answer.ReplyJob;
import org.saldo.job.answer.ReplyLists;
import org.saldo.job.answer.ReplyReport;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.job.intake.IntakeJob;
import org.saldo.job.intake.IntakeLease;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.people.Decided;
import org.saldo.job.people.PersonJobs;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementReport;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.settings.DunningFile;
import org.saldo.settings.InterestFile;
import org.saldo.settings.InterestRatesFile;
import org.saldo.settings.ListsFile;
import org.saldo.settings.ReminderAnswersFile;
import org.saldo.settings.RepliesFile;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.Standings;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.intake.IntakeStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** The hub as it is in the simulation: the shipped policies, a clock that can kill, two processes. */
final class SimulatedHub implements AutoCloseable {

    static final ZoneId HOME = ZoneId.of("Europe/Berlin");
    private static final String SENDER = "Seller <hub@seller.example>";
    private static final Path POLICIES = Path.of("config/policies");
    private static final ReplyReader READER = new ReplyReader(RepliesFile.read(POLICIES.resolve("replies.yaml")));
    private static final Companies COMPANIES = new Companies(List.of(new Company("main", "Seller GmbH", List.of(), "", "DE",
            Locale.ENGLISH, HOME, Company.Mode.SUBLEDGER, List.of(new Company.BankAccount(IntakeDesk.OWN_ACCOUNT, "EUR",
            "Bank")), Optional.empty(), "answers@seller.example", List.of())));
    private static final BusinessCalendars CALENDARS = new BusinessCalendars(Map.of());

    /** Thrown by the clock: the process is gone, whatever it was about to do. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    final PersonJobs people;
    private final ThreadLocal<Integer> looksLeft = ThreadLocal.withInitial(() -> 0);
    private volatile Instant now;
    private final Database database;
    private final Ledger ledger;
    private final Leases leases;
    private final Leases otherLeases;
    private final IntakeJob intake;
    private final Path data;
    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private final DunningRules rules;
    private final ReconciliationStore reconciliation;
    private final ReminderLook look;
    private final ReplyJob replies;
    private int files;
    /** What the hub's own steps took so far, in milliseconds. */
    final Map<String, Long> spent = new TreeMap<>();

    SimulatedHub(TestDatabase kind, Path data, Instant begin) {
        this.data = data;
        this.now = begin;
        database = kind.open();
        ledger = new Ledger(database, this::now);
        leases = new Leases(database, () -> now, "one");
        otherLeases = new Leases(database, () -> now, "other");
        intake = new IntakeJob(new IntakeStore(ledger, COMPANIES), new IntakeLease(leases, Duration.ZERO), COMPANIES, List.of(),
                new DataFolders(data));
        rules = new DunningRules(COMPANIES, DunningFile.read(POLICIES.resolve("dunning.yaml")),
                InterestFile.read(POLICIES.resolve("interest.yaml"), InterestRatesFile.read(
                POLICIES.resolve("interest-rates.yaml"))), CALENDARS, company -> Optional.empty(), HoldOut.NOBODY);
        reconciliation = new ReconciliationStore(ledger);
        look = new ReminderLook(ledger, outbox(), rules);
        people = new PersonJobs(ledger, COMPANIES, People.ALL, People.DISPUTES);
        ReminderReplies reminders = new ReminderReplies(ledger, COMPANIES, new ReminderReplies.Rules(ReminderAnswersFile.read(
                POLICIES.resolve("reminder-answers.yaml")), AnswerPolicy.NONE, CALENDARS), READER, outbox(),
                new ReminderAnswerMail(templates, SENDER));
        StatementTemplates words = StatementTemplates.read(Path.of("config/templates"));
        replies = new ReplyJob(ledger, COMPANIES, AnswerPolicy.NONE, new ReplyJob.Reading(
                new MailReader(MailLimits.USUAL, "mx.saldo.example", 0), READER, new ReplyLists(new CompareJob(ledger, outbox(),
                COMPANIES, ListsFile.read(POLICIES.resolve("lists.yaml")), words,
                new AnswerMails.Post("hub@seller.example", false)),
                AnswerPolicy.NONE.lists()), Optional.of(reminders)), new AnswerMails(outbox(), COMPANIES, words,
                new AnswerStore(ledger).replyKey(), new AnswerMails.Post("hub@seller.example", false)));
    }

    void at(Instant instant) {
        now = instant;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, HOME);
    }

    Instant clock() {
        return now;
    }

    /** The process dies when it looks at the clock for the n-th time from now; 0 to let it live. */
    void dieAfter(int looks) {
        looksLeft.set(looks);
    }

    private Instant now() {
        int left = looksLeft.get();
        looksLeft.set(Math.max(0, left - 1));
        if (left == 1) {
            throw new Killed();
        }
        return now;
    }

    IntakeReport take(FileKind kind, String text, LocalDate day) {
        Path file = IntakeDesk.write(data.resolve("by-hand").resolve(kind + "-" + ++files + ".csv"), text);
        return timed("intake", () -> intake.takeIn(Incoming.command(file, Optional.of(kind), Optional.empty(), false, "test"),
                day));
    }

    void reconcile(LocalDate day) {
        timed("reconcile", () -> new ReconciliationJob(leases, reconciliation, COMPANIES, MatchingPolicy.shipped()).run(day));
    }

    DunningReport remind(LocalDate day, boolean dryRun) {
        return timed("remind", () -> reminders(leases).run(day, dryRun));
    }

    private <T> T timed(String what, Supplier<T> step) {
        long begun = System.nanoTime();
        try {
            return step.get();
        } finally {
            spent.merge(what, (System.nanoTime() - begun) / 1_000_000, Long::sum);
        }
    }

    /** Two processes at once. */
    void remindTwice(LocalDate day) throws InterruptedException {
        Thread other = new Thread(() -> reminders(otherLeases).run(day, false));
        other.start();
        remind(day, false);
        other.join();
    }

    private DunningJob reminders(Leases of) {
        return new DunningJob(ledger, of, outbox(), rules, ReminderWriting.plain(new ReminderMail(templates, SENDER),
                new AnswerStore(ledger).replyKey()), new ReminderSummary(templates, SENDER));
    }

    DeliveryReport deliver(ScriptedServer server) {
        return timed("deliver", () -> delivery(leases, server).run());
    }

    void deliverTwice(ScriptedServer server) throws InterruptedException {
        Thread other = new Thread(() -> delivery(otherLeases, server).run());
        other.start();
        deliver(server);
        other.join();
    }

    private DeliveryJob delivery(Leases of, ScriptedServer server) {
        return new DeliveryJob(ledger, of, new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), ""), Backoff.ABOUT_A_DAY, look);
    }

    ReplyReport reply(String raw, LocalDate day) {
        return timed("reply", () -> replies.takeIn(raw.getBytes(StandardCharsets.UTF_8), now, day));
    }

    Decided accept(Decider who, String task, ReminderDesk.Given given) {
        return new ReminderDesk(ledger, people).accept(who, task, given).orElseThrow();
    }

    StatementReport statements(YearMonth month, LocalDate day) {
        return timed("statements", () -> new StatementJob(ledger, leases, COMPANIES, new StatementSettings(new StatementPolicy(
                true, false, List.of(), AgingBuckets.USUAL), StatementTemplates.read(Path.of("config/templates")),
                data.resolve("out"), "hub@seller.example"), outbox(), company -> Optional.empty())
                .run(month, Optional.empty(), day, false));
    }

    int brokenInARow(String customer, LocalDate day) {
        return Standings.of(database, new CustomerId("main", customer), day).promiseRecord().brokenInARow();
    }

    VerifyReport verify() {
        return new VerifyStore(ledger).verify(rows -> { });
    }

    List<Map<String, Object>> rows(String sql) {
        return new DunningBooks(database, ledger).rows(sql);
    }

    String explain(String id) {
        return new ExplainJob(ledger, COMPANIES).explain(id);
    }

    /** What is booked on the bills that the world has as open. */
    List<Map<String, Object>> booked(SimulatedWorld.Payer payer) {
        return payer.bills.stream().filter(bill -> bill.open() > 0).flatMap(bill -> rows("SELECT d.document_number, a.kind,"
                + " a.amount, a.effective_on FROM document d JOIN allocation a ON a.item_id = d.item_id"
                + " WHERE d.document_number = '" + bill.number + "'").stream()).toList();
    }

    private OutboxStore outbox() {
        return new OutboxStore(ledger, CustomerMail.ON);
    }

    @Override
    public void close() {
        leases.close();
        otherLeases.close();
        database.close();
    }
}
