package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.job.VerifyJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementPolicy;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** A page of statements is kept together; what the database refuses of one customer does not keep the others from theirs. */
class StatementKeepingTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T05:00:00Z"));

    @TempDir
    private Path out;

    @ParameterizedTest
    @EnumSource
    void oneStatementThatTheDatabaseRefusesIsMissingAloneAndIsMadeOnceItMay(TestDatabase kind) {
        try (Database database = kind.open(); Leases leases = new Leases(database, CLOCK, "test")) {
            Ledger ledger = books(new Ledger(database, CLOCK));
            SentMails.execute(ledger, "ALTER TABLE statement ADD CONSTRAINT not_this_one CHECK (customer_id <> 'C-2')");
            StatementJob job = job(ledger, leases);
            StatementReport.CompanyStatements first = job.run(OCTOBER, Optional.empty(), DAY, false).companies().get(0);
            assertThat(first.made()).isEqualTo(2);
            assertThat(first.mails()).isEqualTo(new StatementReport.CustomerMails(2, 0, 0));
            assertThat(first.summary().heldBack()).singleElement().satisfies(held -> {
                assertThat(held.customer().number()).isEqualTo("C-2");
                assertThat(held.reason()).isEqualTo(HeldBack.Reason.UNREADABLE);
                assertThat(held.detail()).containsIgnoringCase("not_this_one");
            });
            assertThat(out.resolve("main/statements/2026-10/C-2-EUR-2026-10.pdf")).doesNotExist();
            assertThat(made(ledger)).containsExactly("C-1", "C-3");
            assertProved(ledger, 2);
            SentMails.execute(ledger, "ALTER TABLE statement DROP CONSTRAINT not_this_one");
            assertThat(job.run(OCTOBER, Optional.empty(), DAY, false).made()).isEqualTo(1);
            assertThat(made(ledger)).containsExactly("C-1", "C-3", "C-2");
            assertProved(ledger, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatNobodyThoughtOfKeepsOneStatementBackAndNotTheMonth(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = books(new Ledger(database, CLOCK));
            StatementSettings settings = settings();
            StatementRun.Task task = new StatementRun.Task(company(), OCTOBER, DAY, "test", false);
            StatementPages pages = new StatementPages(ledger, settings, task, ledger.knownAt());
            Draft draft = pages.read(new StatementStore(ledger).customersAfter("main", "", 1), new StatementTally()).drafts()
                    .get(0);
            Drawn drawn = new StatementDispatch(ledger, new OutboxStore(ledger, CustomerMail.ON), settings, task)
                    .draw(null, draft);
            assertThat(drawn.isFile()).isFalse();
            assertThat(drawn.held().orElseThrow().reason()).isEqualTo(HeldBack.Reason.UNREADABLE);
            assertThat(drawn.fault()).startsWith("cannot be drawn: java.lang.NullPointerException");
        }
    }

    private static void assertProved(Ledger ledger, int statements) {
        VerifyReport report = new VerifyJob(new VerifyStore(ledger)).run();
        assertThat(report.of(Promise.I8).checked()).isEqualTo(statements);
        assertThat(List.of(report.of(Promise.I8), report.of(Promise.I10), report.of(Promise.I14), report.of(Promise.I18),
                report.of(Promise.I26))).allMatch(VerifyReport.Result::holds);
    }

    private static List<String> made(Ledger ledger) {
        return new StatementStore(ledger).made("main", OCTOBER, 0, 10).stream().map(StatementRow::key)
                .map(key -> key.customer().number()).toList();
    }

    private static Ledger books(Ledger ledger) {
        Books books = new Books(ledger);
        for (String customer : List.of("C-1", "C-2", "C-3")) {
            books.customer(customer, "Customer " + customer, "en", "billing@acme.example");
            books.invoice("INV-" + customer, customer, "2026-10-01", "2026-10-31", "119.00");
        }
        return ledger;
    }

    private StatementJob job(Ledger ledger, Leases leases) {
        return new StatementJob(ledger, leases, new Companies(List.of(company())), settings(),
                new OutboxStore(ledger, CustomerMail.ON), any -> Optional.empty());
    }

    private static Company company() {
        return new Company("main", "Nordlicht", List.of("Hamburg"), "", "DE", Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "ledger@nordlicht.example",
                List.of("finance@nordlicht.example"));
    }

    private StatementSettings settings() {
        return new StatementSettings(new StatementPolicy(true, false, List.of(), AgingBuckets.USUAL),
                StatementTemplates.read(Path.of("config/templates")), out, "receivables@nordlicht.example");
    }
}
