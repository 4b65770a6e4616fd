package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.intake.Mapping;
import org.saldo.job.DataFolders;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.intake.IntakeStore;

/** A hub of two companies that takes files in, for tests: its database, its folders and its job. */
public final class IntakeDesk implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));
    public static final String OWN_ACCOUNT = "DE89370400440532013000";
    static final String NORTH_ACCOUNT = "FR1420041010050500013M02606";
    public static final String INVOICE_HEADER = "document_type,document_number,customer_id,issue_date,due_date,currency,amount\n";
    public static final String PAYMENT_HEADER = "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,"
            + "payer_iban,end_to_end_id,remittance_text\n";
    public static final Companies COMPANIES =
            new Companies(List.of(company("main", OWN_ACCOUNT), company("north", NORTH_ACCOUNT)));

    public final Database database;
    public final Ledger ledger;
    public final Leases leases;
    final IntakeStore store;
    final IntakeJob job;
    final DataFolders folders;

    public IntakeDesk(TestDatabase kind, Path data, Mapping... mappings) {
        this(kind.open(), data, mappings);
    }

    public IntakeDesk(Database database, Path data, Mapping... mappings) {
        this(database, data, COMPANIES, mappings);
    }

    public IntakeDesk(Database database, Path data, Companies companies, Mapping... mappings) {
        this.database = database;
        this.ledger = new Ledger(database, CLOCK);
        this.leases = new Leases(database, CLOCK, "desk");
        this.store = new IntakeStore(ledger, companies);
        this.folders = new DataFolders(data);
        this.job = new IntakeJob(store, new IntakeLease(leases, Duration.ZERO), companies, List.of(mappings), folders);
    }

    public static Company company(String id, String account) {
        return new Company(id, "Company " + id, List.of(), "", "DE", Locale.ENGLISH, ZoneId.of("Europe/Berlin"),
                Company.Mode.SUBLEDGER, List.of(new Company.BankAccount(account, "EUR", "Bank")),
                Optional.of(LocalDate.of(2026, 8, 31)), "", List.of());
    }

    /** Takes in a file of this content as a person would. */
    public IntakeReport take(String name, String content) {
        return takeOpening(name, content, false);
    }

    IntakeReport takeOpening(String name, String content, boolean opening) {
        Path file = write(folders.data().resolve("by-hand").resolve(name), content);
        return job.takeIn(Incoming.command(file, Optional.empty(), Optional.empty(), opening, "test"), DAY);
    }

    Path drop(FileKind kind, String name, String content) {
        return write(folders.inbox().resolve(kind.folder()).resolve(name), content);
    }

    public static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Inbox inbox() {
        return new Inbox(folders.inbox(), CLOCK, Duration.ZERO);
    }

    @Override
    public void close() {
        leases.close();
        database.close();
    }
}
