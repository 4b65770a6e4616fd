package org.saldo.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.intake.Channel;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.DataFolders;
import org.saldo.job.VerifyJob;
import org.saldo.job.intake.IntakeJob;
import org.saldo.job.intake.IntakeLease;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.intake.IntakeStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** The jobs of the hub over one database, for one company. */
final class Hub implements AutoCloseable {

    static final Companies COMPANIES = new Companies(List.of(new Company("main", "Bench Trading Ltd",
            List.of("1 Test Street"), "DE000000000", "DE", Locale.GERMAN, ZoneId.of("Europe/Berlin"),
            Company.Mode.SUBLEDGER, List.of(new Company.BankAccount(Workload.ACCOUNT, "EUR", "Test Bank")),
            Optional.empty(), "ledger@bench.example", List.of("finance@bench.example"))));

    private final Database database;
    private final Leases leases;
    private final Ledger ledger;
    private final IntakeJob intake;

    Hub(DatabaseSettings settings, Path data) {
        this.database = Database.open(settings);
        this.leases = new Leases(database, InstantSource.system(), "bench-" + ProcessHandle.current().pid());
        this.ledger = new Ledger(database, InstantSource.system());
        this.intake = new IntakeJob(new IntakeStore(ledger, COMPANIES), new IntakeLease(leases, Duration.ofSeconds(60)),
                COMPANIES, List.of(), new DataFolders(data));
    }

    IntakeReport takeIn(Path file, FileKind kind) {
        return intake.takeIn(new Incoming(file, file.getFileName().toString(), Channel.FILE, Optional.of(kind),
                Optional.empty(), false, "intake", false, Optional.empty()), Workload.DAY_AFTER);
    }

    ReconciliationReport reconcile() {
        return new ReconciliationJob(leases, new ReconciliationStore(ledger), COMPANIES, MatchingPolicy.shipped())
                .run(Workload.DAY_AFTER);
    }

    VerifyReport verify() {
        return new VerifyJob(new VerifyStore(ledger)).run();
    }

    @Override
    public void close() {
        leases.close();
        database.close();
    }
}
