package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.saldo.job.people.ApplyJob;
import org.saldo.job.people.AssignJob;
import org.saldo.job.people.BlockJob;
import org.saldo.job.people.DisputeRules;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Document;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Receipt;
import org.saldo.settings.DisputesFile;
import org.saldo.store.Database;
import org.saldo.store.LedgerFixture;
import org.saldo.store.OpenState;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.verify.VerifyStore;

/** A ledger with a few records, and anna, who may do everything in it. */
public final class People implements AutoCloseable {

    public static final LocalDate OCT_1 = LocalDate.of(2026, 10, 1);
    public static final LocalDate OCT_10 = LocalDate.of(2026, 10, 10);
    public static final LocalDate OCT_20 = LocalDate.of(2026, 10, 20);
    public static final LocalDate OCT_25 = LocalDate.of(2026, 10, 25);

    public static final Authority ALL = new Authority("authority.yaml",
            List.of(new Authority.Grant("anna", EnumSet.allOf(PersonAction.class), Optional.empty())));

    public static final Supplier<DisputeRules> DISPUTES = () -> new DisputeRules(
            DisputesFile.read(Path.of("config/policies/disputes.yaml")), new BusinessCalendars(Map.of()));

    public final Database database;
    public final LedgerFixture fixture;
    public final Companies companies = new Companies(List.of(LedgerFixture.MAIN));
    public final ApplyJob apply;
    public final AssignJob assign;
    public final BlockJob block;

    public final PersonJobs jobs;

    public People(TestDatabase kind) {
        this(kind, ALL);
    }

    public People(TestDatabase kind, Authority authority) {
        database = kind.open();
        fixture = new LedgerFixture(database);
        apply = new ApplyJob(fixture.ledger(), companies, authority);
        assign = new AssignJob(fixture.ledger(), companies, authority);
        block = new BlockJob(fixture.ledger(), companies, authority);
        jobs = new PersonJobs(fixture.ledger(), companies, authority, DISPUTES);
    }

    /** C-1 owes INV-1 (100.00) and INV-2 (50.00), C-2 owes INV-3 (80.00); P-1 brought 120.00 and P-2 60.00. */
    public People withRecords() {
        List<Customer> customers = List.of(LedgerFixture.customer("C-1", "Acme", ""), LedgerFixture.customer("C-2", "Beta", ""));
        List<Document> documents = List.of(LedgerFixture.invoice("INV-1", "C-1", OCT_1, "100.00"),
                LedgerFixture.invoice("INV-2", "C-1", OCT_1, "50.00"), LedgerFixture.invoice("INV-3", "C-2", OCT_1, "80.00"));
        List<Receipt> receipts = List.of(LedgerFixture.receipt("P-1", OCT_10, "120.00", "ACME", "", "thanks"),
                LedgerFixture.receipt("P-2", OCT_10, "60.00", "BETA", "", "thanks"));
        fixture.take(OCT_10, customers, documents, receipts);
        return this;
    }

    public static Decider anna(LocalDate day) {
        return new Decider("anna", "the customer said so on the phone", day, "");
    }

    public static BigDecimal eur(String amount) {
        return new BigDecimal(amount);
    }

    public Map<String, String> open() {
        return OpenState.of(database);
    }

    public Map<String, String> openFromRows() {
        return OpenState.fromRows(database);
    }

    /** What waits for a person on that day, by payment. */
    public Map<String, String> worklist(LocalDate day) {
        Map<String, String> waits = new TreeMap<>();
        new WorklistStore(fixture.ledger()).forEach("main", day, line ->
                waits.put(line.paymentId(), line.unapplied().toString()));
        return waits;
    }

    public BigDecimal balance(String customer, LocalDate day) {
        return OpenState.balance(database, customer, day);
    }

    /** Whatever happened in the test, the ledger's promises hold. */
    @Override
    public void close() {
        try {
            assertThat(new VerifyJob(new VerifyStore(fixture.ledger())).run().results())
                    .filteredOn(result -> !result.holds()).isEmpty();
        } finally {
            database.close();
        }
    }
}
