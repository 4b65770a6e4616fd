package org.saldo.job;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SmtpSettings;
import org.saldo.intake.Mapping;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.settings.AuthorityFile;
import org.saldo.settings.CompaniesFile;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.store.Backup;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.FileDatabase;
import org.saldo.store.FileDatabaseServer;
import org.saldo.store.IntakeStore;
import org.saldo.store.JobRuns;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxDesk;
import org.saldo.store.Restore;
import org.saldo.store.StatusStore;
import org.saldo.store.VerifyStore;

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
    private final Map<String, Object> policies = new ConcurrentHashMap<>();

    private Jobs(Folders folders, HubProperties properties, InstantSource clock, Database database) {
        this.folders = folders;
        this.properties = properties;
        this.clock = clock;
        this.database = database;
        this.ledger = new Ledger(database, clock);
        this.leases = new Leases(database, clock, ManagementFactory.getRuntimeMXBean().getName());
        this.intakeLease = new IntakeLease(leases, Duration.ofSeconds(60));
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

    /** Lets commands use the file database that this process holds; empty when there is nothing to share. */
    public Optional<FileDatabaseServer> share() {
        return database.holdsFile() && !properties.isSet("db.url")
                ? Optional.of(new FileDatabase(folders.database()).serve(properties.whole("db.port")))
                : Optional.empty();
    }

    public Ledger ledger() {
        return ledger;
    }

    public JobRuns runs() {
        return new JobRuns(database, clock);
    }

    public StatusStore statusStore() {
        return new StatusStore(database);
    }

    public StatusJob status() {
        return new StatusJob(runs(), statusStore(), clock, properties.zone("hub.time-zone"));
    }

    /** The steps of a day. */
    public Work work() {
        return new Work(this);
    }

    /** Takes in files, attachments and rows of the source database. */
    public IntakeJob intake() {
        return new IntakeJob(new IntakeStore(ledger, companies()), intakeLease, companies(), mappings(),
                new DataFolders(folders.data()));
    }

    /** The files that wait. */
    public Inbox inbox() {
        return new Inbox(folders.inbox(), clock, Duration.ofMillis(properties.whole("intake.settle")));
    }

    public VerifyJob verify() {
        return new VerifyJob(new VerifyStore(ledger));
    }

    /** A person's allocations, write-offs and voids. */
    public ApplyJob apply() {
        return new ApplyJob(ledger, companies(), authority());
    }

    /** A person's word on whose a payment is. */
    public AssignJob assign() {
        return new AssignJob(ledger, companies(), authority());
    }

    /** A person's stops of reminders. */
    public BlockJob block() {
        return new BlockJob(ledger, companies(), authority());
    }

    /** The outbox as a person sees it. */
    public OutboxDesk mails() {
        return new OutboxDesk(ledger);
    }

    /** @throws org.saldo.settings.SettingsException when no mail server is set */
    public DeliveryJob delivery() {
        return new DeliveryJob(ledger, leases, smtp(), Backoff.ABOUT_A_DAY, LastLook.NONE);
    }

    /** Where outgoing mail is handed over. */
    public SmtpSettings smtp() {
        return new SmtpSettings(properties.required("mail.host"), properties.whole("mail.port"),
                properties.parsed("mail.security", "starttls, smtps or none",
                        value -> SmtpSettings.Security.valueOf(value.toUpperCase(Locale.ROOT))),
                properties.text("mail.user"), properties.text("mail.password"),
                Duration.ofSeconds(properties.whole("mail.timeout")), properties.text("mail.bounces-to"));
    }

    /** Whether mail can leave. */
    boolean hasMailServer() {
        return properties.isSet("mail.host");
    }

    public Companies companies() {
        return policy("companies.yaml", Companies.class, CompaniesFile::read);
    }

    private Authority authority() {
        return policy("authority.yaml", Authority.class, AuthorityFile::read);
    }

    private List<Mapping> mappings() {
        return List.of();
    }

    private <T> T policy(String file, Class<T> type, Function<Path, T> read) {
        return type.cast(policies.computeIfAbsent(file, name -> read.apply(folders.policies().resolve(name))));
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
