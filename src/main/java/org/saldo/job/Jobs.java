package org.saldo.job;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.saldo.delivery.AccessTokens;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.AutoReplies;
import org.saldo.delivery.CustomerMail;
import org.saldo.job.answer.AnswerJobs;
import org.saldo.job.dunning.DunningJob;
import org.saldo.job.dunning.ReminderJobs;
import org.saldo.job.intake.Inbox;
import org.saldo.job.intake.IntakeJob;
import org.saldo.job.intake.IntakeJobs;
import org.saldo.job.intake.IntakeLease;
import org.saldo.job.intake.RejectsJob;
import org.saldo.job.people.DisputeRules;
import org.saldo.job.people.FollowUps;
import org.saldo.job.people.PersonJobs;
import org.saldo.job.reconciliation.DeductionDisputes;
import org.saldo.job.reconciliation.LearnedJob;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.job.reconciliation.ReplayJob;
import org.saldo.job.reconciliation.RestsOnAccount;
import org.saldo.job.reconciliation.WorklistJob;
import org.saldo.job.statement.BankAccountJob;
import org.saldo.job.statement.BankAccounts;
import org.saldo.job.statement.Seals;
import org.saldo.job.statement.StatementIssue;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Words;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.FileDatabase;
import org.saldo.store.FileDatabaseServer;
import org.saldo.store.JobRuns;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.backup.Backup;
import org.saldo.store.backup.Restore;
import org.saldo.store.export.StatusStore;
import org.saldo.store.mail.OutboxDesk;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyStore;

/**
 * All jobs of an installation, put together from its settings: the one place where objects meet. A job's policies are
 * read when the job is asked for, so that a fault in one policy does not stop what does not need it.
 */
public final class Jobs implements AutoCloseable {

    private final Folders folders;
    private final HubProperties properties;
    private final InstantSource clock;
    private final Database database;
    private final Ledger ledger;
    private final Leases leases;
    private final IntakeLease intakeLease;
    private final Policies policies;
    private final MailServer mailServer;

    private Jobs(Folders folders, HubProperties properties, InstantSource clock, Database database) {
        this.folders = folders;
        this.properties = properties;
        this.clock = clock;
        this.database = database;
        this.ledger = new Ledger(database, clock);
        this.leases = new Leases(database, clock, ManagementFactory.getRuntimeMXBean().getName());
        this.intakeLease = new IntakeLease(leases, Duration.ofSeconds(60));
        this.policies = new Policies(folders);
        this.mailServer = new MailServer(properties, clock);
    }

    /** Opens the database that the settings name, or joins the service that holds its file. */
    public static Jobs open(Folders folders, HubProperties properties, InstantSource clock) {
        return new Jobs(folders, properties, clock, named(properties)
                .orElseGet(() -> new FileDatabase(folders.database()).open()));
    }

    /** Opens the database for the service: a file database is held by this process alone. */
    public static Jobs openForService(Folders folders, HubProperties properties, InstantSource clock) {
        return new Jobs(folders, properties, clock, named(properties)
                .orElseGet(() -> new FileDatabase(folders.database()).openAlone()));
    }

    private static Optional<Database> named(HubProperties properties) {
        if (!properties.isSet("db.url")) {
            return Optional.empty();
        }
        return Optional.of(Database.open(new DatabaseSettings(properties.text("db.url"), properties.text("db.user"),
                properties.text("db.password"))));
    }

    /** Ends what this process does, since it was told to stop: at once, but for the mail that is on its way. */
    public void giveBack(Duration patience) throws InterruptedException {
        leases.giveBack(DeliveryJob.LEASE, patience);
    }

    /** Lets commands use the file database that this process holds; empty when there is nothing to share. */
    public Optional<FileDatabaseServer> share() {
        return database.holdsFile() && !properties.isSet("db.url")
                ? Optional.of(new FileDatabase(folders.database()).serve(properties.whole("db.port")))
                : Optional.empty();
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The steps of a day. @param decided is told what each run of cash application did */
    public Work work(Consumer<ReconciliationReport> decided) {
        return new Work(this, decided);
    }

    /** The steps of a day. */
    public Work work() {
        return work(any -> { });
    }

    /** Takes in files, attachments and rows of the source database. */
    public IntakeJob intake() {
        return incoming().intake(this::people);
    }

    /** The files that wait. */
    public Inbox inbox() {
        return incoming().inbox(clock);
    }

    /** What was refused. */
    public RejectsJob rejects() {
        return incoming().rejects(this::people);
    }

    /** What takes in, and what shows how it would. */
    public IntakeJobs incoming() {
        return new IntakeJobs(ledger, intakeLease, policies, properties, folders, this::outbox);
    }

    /** Where the ERP's database is, if one is set. */
    public Optional<DatabaseSettings> sourceDatabase() {
        return properties.isSet("source.url") ? Optional.of(new DatabaseSettings(properties.text("source.url"),
                properties.text("source.user"), properties.text("source.password"))) : Optional.empty();
    }

    public ReconciliationJob reconciliation() {
        return new ReconciliationJob(leases, new ReconciliationStore(ledger, policies.payers(), companies().standard().id()),
                companies(), policies.matching(),
                Optional.of(new DeductionDisputes(ledger, companies(), disputeRules())))
                .keeping(new RestsOnAccount(ledger, companies(), policies.overTolerance()));
    }

    /** Tries other rules on past payments. @param company empty for all */
    public ReplayJob replay(String company) {
        return new ReplayJob(ledger, company.isEmpty() ? companies().all() : List.of(companies().get(company)),
                policies.payers(), companies().standard().id());
    }

    /** What customers answer to statements. */
    public AnswerJobs answers() {
        return new AnswerJobs(ledger, leases, policies, properties, outbox());
    }

    public StatementJob statements() {
        StatementSettings settings = new StatementSettings(policies.statements(), policies.statementTemplates(),
                folders.out(), properties.required("mail.from"), answers().ways(), policies.calendars(),
                new StatementIssue(bankAccounts(), new Seals(properties, this::companies, clock).readable()));
        return new StatementJob(ledger, leases, companies(), settings, outbox(),
                company -> bankAccounts().notLive(company).map(Words::toString));
    }

    /** Reminders of what is overdue. */
    public DunningJob dunning() {
        return reminders().dunning();
    }

    /** Reminders, and what goes with them: interest, and what they bring. */
    public ReminderJobs reminders() {
        return new ReminderJobs(ledger, leases, policies, properties, outbox(), bankAccounts(), folders.out());
    }

    /** @throws org.saldo.settings.SettingsException when no mail server is set */
    public DeliveryJob delivery() {
        return new DeliveryJob(ledger, leases, mailServer.settings(), Backoff.ABOUT_A_DAY, reminders().lastLook())
                .within(mailServer.throttle()).over(mailServer.connections()).noting(folders.data().resolve("sending.log"));
    }

    /** The accounts that are printed to customers. */
    public BankAccounts bankAccounts() {
        return new BankAccounts(ledger, policies::bankAccounts);
    }

    /** Where people release those accounts. */
    public BankAccountJob bankAccountDesk() {
        return new BankAccountJob(ledger, companies(), policies.bankAccounts(), new BankAccountJob.Post(outbox(),
                policies.statementTemplates(), properties.required("mail.from")));
    }

    public VerifyJob verify() {
        return new VerifyJob(new VerifyStore(ledger));
    }

    public ExportJob export() {
        return new ExportJob(ledger, () -> policies.statements().aging());
    }

    /** What was learned of payers. */
    public LearnedJob learned() {
        return new LearnedJob(ledger, companies(), policies.authority(), policies.payers().forms(),
                policies.matching().confirmationsNeeded());
    }

    /** What waits for people, as a workbook by mail. */
    public WorklistJob worklist() {
        boolean decides = properties.isSet("intake.mail.url") && properties.isSet("intake.mail.authserv-id");
        String mailbox = decides ? properties.text("intake.mail.user") : "";
        return new WorklistJob(ledger, companies(), policies.calendars(), outbox(), folders.out(),
                new WorklistJob.Addresses(properties.required("mail.from"), mailbox.contains("@") ? mailbox : ""),
                new FollowUps(ledger, policies::disputes), policies.worklistWords());
    }

    /** What people decide by hand. */
    public PersonJobs people() {
        return new PersonJobs(ledger, companies(), policies.authority(), this::disputeRules, policies.payers().forms());
    }

    private DisputeRules disputeRules() {
        return new DisputeRules(policies.disputes(), policies.calendars());
    }

    public ExplainJob explain() {
        return new ExplainJob(ledger, companies(), policies.worklistWords());
    }

    /** The outbox as a person sees it. */
    public OutboxDesk mails() {
        return new OutboxDesk(ledger);
    }

    /** What logs in to mail servers that want access tokens, when a token server is set. */
    public Optional<AccessTokens> accessTokens() {
        return mailServer.accessTokens();
    }

    /** Whether mail can leave. */
    boolean hasMailServer() {
        return properties.isSet("mail.host");
    }

    /** What the settings name and cannot be reached from here: the source database, the mail server. */
    public List<String> unreachable() {
        return new Reach(properties, mailServer, sourceDatabase(), new Seals(properties, this::companies, clock)).faults();
    }

    private OutboxStore outbox() {
        return new OutboxStore(ledger, properties.parsed("mail.customers", "off, redirect:ADDRESS or on",
                CustomerMail::parse), properties.parsed("mail.auto-replies", AutoReplies.EXPECTED, AutoReplies::parse));
    }

    public Companies companies() {
        return policies.companies();
    }

    public JobRuns runs() {
        return new JobRuns(database, clock);
    }

    public StatusStore statusStore() {
        return new StatusStore(database);
    }

    public StatusJob status() {
        return new StatusJob(runs(), statusStore(), clock, properties.zone("hub.time-zone"), () -> bankAccounts().stops());
    }

    public Backup backup() {
        return new Backup(database);
    }

    public Restore restore() {
        return new Restore(database);
    }

    @Override
    public void close() {
        leases.close();
        database.close();
    }
}
