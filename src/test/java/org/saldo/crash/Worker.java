package org.saldo.crash;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SmtpSettings;
import org.saldo.job.DataFolders;
import org.saldo.job.DeliveryJob;
import org.saldo.job.LastLook;
import org.saldo.job.intake.Inbox;
import org.saldo.job.intake.IntakeJob;
import org.saldo.job.intake.IntakeLease;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.FileDatabase;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.intake.IntakeStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.slf4j.LoggerFactory;

/**
 * The process that is killed: does one phase of work with the jobs of the hub and ends. Its arguments are the phase, the
 * data folder, the database (url, user, password; the url {@code file} is the file database of the data folder), the port
 * of the mail server, and by how many minutes its clock is ahead.
 */
public final class Worker {

    /** Said on standard output when the database is open and the work begins. */
    static final String BEGUN = "begun";
    static final String FILE = "file";

    private Worker() {
    }

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path data = Path.of(arguments[1]);
        InstantSource clock = InstantSource.offset(InstantSource.system(),
                Duration.ofMinutes(Long.parseLong(arguments[6])));
        Database database = open(data, new DatabaseSettings(arguments[2], arguments[3], arguments[4]));
        try (Leases leases = new Leases(database, clock, "worker-" + ProcessHandle.current().pid())) {
            Ledger ledger = new Ledger(database, clock);
            System.out.println(BEGUN);
            switch (Phase.valueOf(arguments[0])) {
                case INTAKE -> intake(data, ledger, leases, clock);
                case RECONCILE -> new ReconciliationJob(leases, new ReconciliationStore(ledger), CrashStory.COMPANIES,
                        MatchingPolicy.shipped()).run(CrashStory.DAY);
                case DELIVER -> new DeliveryJob(ledger, leases, smtp(Integer.parseInt(arguments[5])), Backoff.ABOUT_A_DAY,
                        LastLook.NONE).noting(data.resolve("sending.log")).run();
            }
        } finally {
            database.close();
        }
    }

    static Database open(Path data, DatabaseSettings settings) {
        return settings.url().equals(FILE) ? new FileDatabase(data.resolve("db")).open() : Database.open(settings);
    }

    private static void intake(Path data, Ledger ledger, Leases leases, InstantSource clock) {
        DataFolders folders = new DataFolders(data);
        IntakeJob job = new IntakeJob(new IntakeStore(ledger, CrashStory.COMPANIES), new IntakeLease(leases, Duration.ZERO),
                CrashStory.COMPANIES, List.of(), folders);
        job.takeInbox(new Inbox(folders.inbox(), clock, Duration.ZERO), CrashStory.DAY);
    }

    private static SmtpSettings smtp(int port) {
        return new SmtpSettings("127.0.0.1", port, SmtpSettings.Security.NONE, "", "", Duration.ofSeconds(30), "");
    }
}
