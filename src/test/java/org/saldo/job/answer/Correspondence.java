package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.AnswerPage;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.Templates;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.intake.PageForm;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.job.ExportJob;
import org.saldo.job.People;
import org.saldo.job.VerifyJob;
import org.saldo.job.evidence.EvidenceJob;
import org.saldo.job.people.DisputeJob;
import org.saldo.job.people.PersonJobs;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;
import org.saldo.settings.ListsFile;
import org.saldo.settings.MatchingFile;
import org.saldo.settings.ReminderAnswersFile;
import org.saldo.settings.RepliesFile;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.StatementSchedules;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.ProjectionRebuild;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerPageStore;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerRow;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** October's statements of two customers, sent, and what they answer. Anna may decide on answers, Beta's CFO may give them. */
final class Correspondence extends WrittenMails implements AutoCloseable {

    static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T05:00:00Z"));
    private static final ReplyReader READER = new ReplyReader(RepliesFile.read(Path.of("config/policies/replies.yaml")));
    private static final Company COMPANY = new Company("main", "Nordlicht", List.of("Hamburg"), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "ledger@nordlicht.example",
            List.of("finance@nordlicht.example"));
    private static final Companies COMPANIES = new Companies(List.of(COMPANY));
    private static final Authority AUTHORITY = new Authority("authority.yaml",
            List.of(new Authority.Grant("anna", EnumSet.of(PersonAction.ANSWER), Optional.empty())));
    private static final AnswerPolicy SILENT = new AnswerPolicy(Map.of(Grade.EMAIL, AnswerPolicy.Limit.ANY,
            Grade.AUTHORISED, AnswerPolicy.Limit.ANY, Grade.SIGNED, AnswerPolicy.Limit.ANY, Grade.SEALED,
            AnswerPolicy.Limit.ANY), List.of(new AnswerPolicy.Contact(new CustomerId("main", "C-2"), "cfo@beta.example",
            "Carla Beta", "CFO")),
            ChasePolicy.of(new AnswerPolicy.Chase(true, 10, 7, 2, 7)), false, false, AnswerPolicy.Lists.WITH_TASK);

    private final AnswerPolicy policy;
    private final Path out;
    private final Database database;
    private final Leases leases;
    private final Ledger ledger;
    private final Books books;
    private final OutboxStore outbox;
    private final StatementJob statements;
    private final AnswerMails mails;
    private boolean whole = true;

    Correspondence(TestDatabase kind) {
        this(kind, false);
    }

    Correspondence(TestDatabase kind, boolean acknowledging) {
        this(kind, acknowledging, AnswerPolicy.Lists.WITH_TASK);
    }

    Correspondence(TestDatabase kind, boolean acknowledging, AnswerPolicy.Lists lists) {
        policy = new AnswerPolicy(SILENT.limits(), SILENT.contacts(), SILENT.chase(), false, acknowledging, lists);
        out = ownFolder(kind.name());
        database = kind.open();
        leases = new Leases(database, CLOCK, "test");
        ledger = new Ledger(database, CLOCK);
        books = new Books(ledger);
        books.customer("C-1", "ACME", "en", "billing@acme.example");
        books.customer("C-2", "Beta", "en", "ap@beta.example");
        books.invoice("INV-1", "C-1", "2026-10-01", "2026-10-31", "119.00");
        books.invoice("INV-2", "C-1", "2026-09-01", "2026-09-30", "281.00");
        books.invoice("INV-3", "C-2", "2026-10-02", "2026-11-02", "77.00");
        books.receipt("P-1", "2026-10-20", "81.00", "");
        books.decide("P-1", "C-2", null, "2026-10-20");
        books.decide("P-1", "C-1", "C-2", "2026-10-21");
        books.pay("A-1", "P-1", "INV-2", "C-1", null, "81.00", "2026-10-21");
        books.receipt("P-2", "2026-10-20", "7.00", "");
        books.decide("P-2", "C-2", null, "2026-10-20");
        books.pay("A-2", "P-2", "INV-3", "C-2", null, "7.00", "2026-10-20");
        outbox = new OutboxStore(ledger, CustomerMail.ON);
        StatementTemplates templates = StatementTemplates.read(Path.of("config/templates"));
        mails = new AnswerMails(outbox, COMPANIES, templates, new AnswerStore(ledger).replyKey(),
                new AnswerMails.Post("receivables@nordlicht.example", false));
        statements = new StatementJob(ledger, leases, COMPANIES, new StatementSettings(new StatementPolicy(true, false,
                List.of(), AgingBuckets.USUAL), templates, out, "receivables@nordlicht.example"), outbox,
                company -> Optional.empty());
        assertThat(statements.run(OCTOBER, Optional.empty(), DAY, false).made()).isEqualTo(2);
    }

    /** A folder of this world alone: another test process may play another one at the same time. */
    static Path ownFolder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/correspondence")), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** September's statements, made after October's, with an invoice that October's did not know. */
    void makeSeptemberLate() {
        books.invoice("INV-OLD", "C-1", "2026-09-15", "2026-10-15", "5.00");
        statements.run(OCTOBER.minusMonths(1), Optional.empty(), DAY, false);
    }

    /** The statement is issued again with one more invoice on it. */
    void invoiced(String number, String customer, String amount) {
        books.invoice(number, customer, "2026-10-05", "2026-11-04", amount);
        assertThat(statements.reissue(new CustomerId("main", customer), OCTOBER, DAY, "anna").made()).isEqualTo(1);
    }

    void reissue(String customer) {
        books.invoice("INV-LATE", customer, "2026-10-30", "2026-11-30", "1.00");
        assertThat(statements.reissue(new CustomerId("main", customer), OCTOBER, DAY, "anna").made()).isEqualTo(1);
    }

    /** All mails that wait have left on this day. */
    void sent(LocalDate day) {
        SentMails.left(ledger, day.atTime(9, 0).atOffset(ZoneOffset.UTC));
    }

    ChaseReport chase(LocalDate day) {
        ChaseReport report = chase(day, new ChasePolicy.Rule[0]);
        return new ChaseReport(report.asked(), report.noReply(), 0, false);
    }

    /** Silence is chased where statements are mailed by other terms than the usual ones. */
    ChaseReport chase(LocalDate day, StatementTerms terms) {
        return new ChaseJob(ledger, leases, COMPANIES, policy.chase(), mails(terms)).run(day);
    }

    /** Silence is chased otherwise for some customers. */
    ChaseReport chase(LocalDate day, ChasePolicy.Rule... rules) {
        return new ChaseJob(ledger, leases, COMPANIES, new ChasePolicy(policy.chase().usual(), List.of(rules)), mails).run(day);
    }

    /** What finance is told to do about customers who cannot be asked. */
    List<String> unreached(LocalDate day) {
        return new ChaseJob(ledger, leases, COMPANIES, policy.chase(), mails).unreached("", day);
    }

    private AnswerMails mails(StatementTerms terms) {
        return new AnswerMails(outbox, COMPANIES, StatementTemplates.read(Path.of("config/templates")),
                new AnswerStore(ledger).replyKey(), post(terms));
    }

    private static AnswerMails.Post post(StatementTerms terms) {
        return new AnswerMails.Post("receivables@nordlicht.example", false, new StatementPolicy(terms, List.of(),
                AgingBuckets.USUAL, StatementSchedules.USUAL));
    }

    /** Puts the customer's list beside its statement, and mails the bridge by these terms. */
    void bridge(String customer, String list, StatementTerms terms) {
        CompareJob compare = new CompareJob(ledger, outbox, COMPANIES, ListsFile.read(Path.of("config/policies/lists.yaml")),
                StatementTemplates.read(Path.of("config/templates")), post(terms));
        compare.mail(compare.compare(new CustomerId("main", customer), Optional.empty(), Optional.of(OCTOBER), "list.csv",
                list.getBytes(StandardCharsets.UTF_8), DAY), DAY, "anna");
    }

    /** The customer's master data name these addresses from now on. */
    void moved(String customer, String general, String statements) {
        books.customer(customer, customer.equals("C-1") ? "ACME" : "Beta", "en", general, statements);
    }

    /** Something happens after the job has read what it works on and before it writes. */
    ChaseReport chase(LocalDate day, Runnable between) {
        return new ChaseJob(interrupted(between), leases, COMPANIES, policy.chase(), mails).run(day);
    }

    private Ledger interrupted(Runnable between) {
        AtomicReference<Runnable> once = new AtomicReference<>(between);
        return new Ledger(database, () -> {
            once.getAndSet(() -> { }).run();
            return CLOCK.instant();
        });
    }

    /** What the page of a statement shows at an instant. */
    String page(StatementRow row, Instant at) {
        return page(() -> { }).show(codes(row), "/statement/x", "nonce", at).orElse("");
    }

    /** Whether the page of a statement can be seen. */
    boolean isPageShown(StatementRow row) {
        return page(() -> { }).show(codes(row), "/statement/x", "nonce", CLOCK.instant()).isPresent();
    }

    /** Answers on the page of the customer's latest statement, while something else happens. */
    void answerOnPage(String customer, PageForm form, Runnable between) {
        answerOnPage(customer, () -> form, between);
    }

    void answerOnPage(String customer, Supplier<PageForm> posted, Runnable between) {
        assertThat(page(between).answer(codes(statement(customer)), posted, new AnswerPageJob.Visitor("198.51.100.7",
                "browser"), "/statement/x", "nonce", CLOCK.instant(), DAY)).isPresent();
    }

    private String codes(StatementRow row) {
        ReplyKey key = new AnswerStore(ledger).replyKey();
        return AnswerPageStore.codes(key.token(row.key(), row.pdfSha256()), key.linkCode(row.key(), row.pdfSha256()));
    }

    private AnswerPageJob page(Runnable between) {
        return new AnswerPageJob(interrupted(between), COMPANIES, new AnswerPageJob.Rules(new StatementPolicy(true, false,
                List.of(), AgingBuckets.USUAL), policy, StatementTemplates.read(Path.of("config/templates")), lists(),
                Optional.of(beyond()), Duration.ofDays(60)), new AnswerPage(new Templates(Path.of("config/templates"), "en")));
    }

    List<String> mailSubjects() {
        return SentMails.subjects(ledger);
    }

    /** The plain text of the latest mail to this address; empty when there is none. */
    String mailTo(String address) {
        return SentMails.of(ledger).stream().map(mail -> new String(mail, StandardCharsets.UTF_8).replace("=\r\n", ""))
                .filter(mail -> mail.contains("To: " + address)).reduce((earlier, later) -> later)
                .map(mail -> mail.substring(0, mail.indexOf("<!DOCTYPE"))).orElse("");
    }

    StatementRow statement(String customer) {
        List<StatementRow> rows = new StatementStore(ledger).upTo(new CustomerId("main", customer), OCTOBER);
        return rows.get(rows.size() - 1);
    }

    byte[] pdf(String customer) {
        return new StatementStore(ledger).pdf(statement(customer));
    }

    /** The subject of the latest statement's mail. */
    String subject(String customer) {
        return "Statement of account October 2026 " + token(customer);
    }

    String token(String customer) {
        StatementRow row = statement(customer);
        return new AnswerStore(ledger).replyKey().token(row.key(), row.pdfSha256()).inSubject();
    }

    ReplyReport take(byte[] raw) {
        return new ReplyJob(ledger, COMPANIES, policy, new ReplyJob.Reading(
                new MailReader(MailLimits.USUAL, "mx.saldo.example", 0), READER, lists(), Optional.empty(), Optional.empty(),
                Optional.of(beyond())), mails)
                .takeIn(raw, Instant.parse("2026-11-03T08:00:00Z"), DAY.plusDays(1));
    }

    /** What is reported of the latest task, which must be there for this reason. */
    ReplyReport task(TaskReason reason) {
        AnswerTask task = lastTask();
        assertThat(task.reason()).isEqualTo(reason);
        return new ReplyReport(ReplyReport.Outcome.TASK, task.label());
    }

    AnswerTask lastTask() {
        List<AnswerTask> waiting = new AnswerReader(ledger).waiting("main", 100);
        return waiting.get(waiting.size() - 1);
    }

    /** Anna and Bernd may decide on answers; above this amount both must. */
    static Authority twoAbove(String amount) {
        Money limit = Money.of("EUR", amount);
        return new Authority("authority.yaml", List.of(
                new Authority.Grant("anna", EnumSet.of(PersonAction.ANSWER), Optional.empty()),
                new Authority.Grant("bernd", EnumSet.of(PersonAction.ANSWER), Optional.empty())), List.of(
                new Authority.FourEyes(EnumSet.of(PersonAction.ANSWER), Map.of(limit.currency(), limit), Set.of())), Map.of(),
                Optional.empty());
    }

    /** More comes in than is open, and the statement is issued again. */
    void paidTooMuch(String customer) {
        books.receipt("P-9", "2026-10-25", "1000.00", "");
        books.decide("P-9", customer, null, "2026-10-25");
        assertThat(statements.reissue(new CustomerId("main", customer), OCTOBER, DAY, "anna").made()).isEqualTo(1);
    }

    PaperDesk papers() {
        return papers(AUTHORITY);
    }

    PaperDesk papers(Authority authority) {
        return new PaperDesk(ledger, authority, policy);
    }

    AnswerDesk desk() {
        return desk(AUTHORITY);
    }

    AnswerDesk desk(Authority authority) {
        return new AnswerDesk(ledger, COMPANIES, authority, new AnswerDesk.Rules(policy, lists()), mails);
    }

    /** What people record as contested, where Anna and Bernd may do everything. */
    DisputeJob disputes() {
        new ProjectionRebuild(ledger).rebuild(rows -> { });
        return new PersonJobs(ledger, COMPANIES, new Authority("authority.yaml", List.of(
                new Authority.Grant("anna", EnumSet.allOf(PersonAction.class), Optional.empty()),
                new Authority.Grant("bernd", EnumSet.allOf(PersonAction.class), Optional.empty()))), People.DISPUTES).dispute();
    }

    private StatementAnswers beyond() {
        return new StatementAnswers(ledger, COMPANIES, ReminderAnswersFile.read(
                Path.of("config/policies/reminder-answers.yaml")), new BusinessCalendars(Map.of()), MatchingFile.read(
                Path.of("config/policies/matching.yaml")).differences().deductionWords());
    }

    private ReplyLists lists() {
        return new ReplyLists(new CompareJob(ledger, outbox, COMPANIES, ListsFile.read(Path.of("config/policies/lists.yaml")),
                StatementTemplates.read(Path.of("config/templates")),
                new AnswerMails.Post("receivables@nordlicht.example", false)), policy.lists());
    }

    /** All answers to the customer's statements, in the order in which they were recorded. */
    List<AnswerRow> answers(String customer) {
        return new StatementStore(ledger).upTo(new CustomerId("main", customer), OCTOBER).stream()
                .flatMap(row -> new AnswerReader(ledger).answers(row).stream()).toList();
    }

    byte[] content(String sha256) {
        return new AnswerReader(ledger).content(sha256);
    }

    Map<String, byte[]> evidence(String customer) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new EvidenceJob(ledger, COMPANIES).pack("", customer, zip);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** What verify says of answers. */
    VerifyReport.Result proof() {
        return new VerifyJob(new VerifyStore(ledger)).run().of(Promise.I25);
    }

    /** The Message-ID of the one mail whose business key begins so. */
    String messageId(String key) {
        return export(ExportKind.MAILS).stream().filter(row -> row.get("business_key").startsWith(key))
                .map(row -> row.get("message_id")).reduce((one, other) -> other).orElseThrow();
    }

    /** The subject of the latest mail whose business key begins so. */
    String lastSubject(String key) {
        return export(ExportKind.MAILS).stream().filter(row -> row.get("business_key").startsWith(key))
                .map(row -> row.get("subject")).reduce((one, other) -> other).orElseThrow();
    }

    /** How the customer's mails stand, the oldest first. */
    List<String> mailStates(String customer) {
        return export(ExportKind.MAILS).stream().filter(row -> row.get("customer_id").equals(customer))
                .map(row -> row.get("state")).toList();
    }

    List<Map<String, String>> export(ExportKind what) {
        return new ExportJob(ledger, () -> AgingBuckets.USUAL).rows(new ExportQuestion(what, DAY.plusDays(5),
                Optional.empty(), "", ExportFormat.CSV));
    }

    void tamper(String sql) {
        SentMails.execute(ledger, sql);
    }

    /** The test has changed rows behind the ledger's back. */
    void isNoLongerWhole() {
        whole = false;
    }

    /** Whatever happened in the test, what the ledger promises of statements, mails and answers holds. */
    @Override
    public void close() {
        try {
            assertThat(!whole ? List.<VerifyReport.Result>of() : new VerifyJob(new VerifyStore(ledger)).run().results())
                    .filteredOn(result -> List.of("I2", "I10", "I14", "I18", "I25", "I31").contains(result.promise().name()))
                    .filteredOn(result -> !result.holds()).isEmpty();
        } finally {
            leases.close();
            database.close();
        }
    }
}
