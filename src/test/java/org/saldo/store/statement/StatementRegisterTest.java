package org.saldo.store.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PrintedAccount;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.BatchKind;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;
import org.saldo.store.explain.ExplainStore;
import org.saldo.store.explain.Explained;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.Verifier;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** The register of issued statements: numbered without a gap, chained by hashes, on both databases. */
class StatementRegisterTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T05:00:00Z"));
    private static final PrintedAccount ACCOUNT = new PrintedAccount("eur", "main", "Nordlicht", "DE89370400440532013000", "",
            "Example Bank", EUR, LocalDate.of(2026, 10, 1), Optional.empty(), PrintedAccount.Kind.OWN);

    @ParameterizedTest
    @EnumSource
    void everyStatementFollowsTheOneBeforeItAndWhatIsTamperedWithIsNamed(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, CLOCK);
            books(ledger, 3);
            issue(ledger, 1, Optional.empty());
            ledger.write(BatchKind.STATEMENT, "statements", DAY, batch -> {
                new StatementStore(ledger).save(batch, issued(ledger, 2, Optional.empty()));
                new StatementStore(ledger).save(batch, issued(ledger, 3, Optional.empty()));
            });
            List<IssuedRow> rows = rows(database);
            assertThat(rows).extracting(IssuedRow::label).containsExactly("S-1", "S-2", "S-3");
            assertThat(rows).extracting(IssuedRow::previousHash).containsExactly("genesis", rows.get(0).entryHash(),
                    rows.get(1).entryHash());
            assertThat(breaches(ledger, Promise.I26)).isEmpty();
            tampered(ledger, "UPDATE statement SET closing_balance = closing_balance + 1 WHERE customer_id = 'C-2'",
                    "S-2 of company main: its hash is");
            tampered(ledger, "UPDATE issued_statement SET account_hash = 'x' WHERE register_number = 1", "S-1 of company main");
            tampered(ledger, "DELETE FROM issued_statement WHERE register_number = 2", "follows after S-1");
            tampered(ledger, "DELETE FROM issued_statement WHERE register_number = 3", "the last entries were removed");
            tampered(ledger, "DELETE FROM statement_register", "nothing says where it ends");
            assertThat(breaches(ledger, Promise.I26)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesAtOnceMakeOneChain(TestDatabase kind) throws Exception {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, CLOCK);
            books(ledger, 24);
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            try {
                List<Callable<Void>> work = IntStream.range(0, 4).mapToObj(node -> (Callable<Void>) () -> {
                    IntStream.rangeClosed(1, 6).forEach(i -> issue(ledger, node * 6 + i, Optional.empty()));
                    return null;
                }).toList();
                for (Future<Void> done : nodes.invokeAll(work)) {
                    done.get();
                }
            } finally {
                nodes.shutdownNow();
            }
            assertThat(rows(database)).extracting(row -> row.entry().number())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).mapToObj(Long::valueOf).toList());
            assertThat(breaches(ledger, Promise.I26)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBankAccountOnAStatementMustHaveBeenReleasedByTwoThen(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, CLOCK);
            books(ledger, 3);
            release(ledger, "anna", DAY);
            issue(ledger, 1, Optional.of(ACCOUNT));
            assertThat(breaches(ledger, Promise.I27)).singleElement().asString().contains("S-1 of company main")
                    .contains("released by anna, waits for two people");
            release(ledger, "bernd", DAY.plusDays(1));
            issue(ledger, 2, Optional.of(ACCOUNT));
            assertThat(breaches(ledger, Promise.I27)).hasSize(2).last().asString().contains("printed from 2026-11-03");
            release(ledger, "carla", DAY);
            assertThat(breaches(ledger, Promise.I27)).as("what comes later does not heal it").hasSize(2);
            assertThat(breaches(ledger, Promise.I26)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementIsExplainedByItsNumberAndByTheHashOfItsBytes(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, CLOCK);
            books(ledger, 1);
            release(ledger, "anna", DAY);
            release(ledger, "bernd", DAY);
            issue(ledger, 1, Optional.of(ACCOUNT));
            IssuedRow row = rows(database).get(0);
            Explained byNumber = new ExplainStore(ledger, company -> WorklistWording.english()).find("S-1").get(0);
            assertThat(byNumber.title()).contains("Statement S-1 (company main)");
            assertThat(byNumber.facts()).anySatisfy(fact -> assertThat(fact).contains("balance EUR 1.00"))
                    .anySatisfy(fact -> assertThat(fact).contains("DE89 3704 0044 0532 0130 00"))
                    .contains("this entry:   " + row.entryHash());
            assertThat(byNumber.now()).containsExactly("the latest version; the entry's hash is right");
            assertThat(new ExplainStore(ledger, company -> WorklistWording.english())
                    .find(row.entry().pdfSha256().toUpperCase(Locale.ROOT)))
                    .containsExactly(byNumber);
            assertThat(new ExplainStore(ledger, company -> WorklistWording.english()).find("S-2")).isEmpty();
        }
    }

    private static void books(Ledger ledger, int customers) {
        Books books = new Books(ledger);
        for (int i = 1; i <= customers; i++) {
            books.invoice("INV-" + i, "C-" + i, "2026-10-01", "2026-10-31", i + ".00");
        }
    }

    private static void issue(Ledger ledger, int customer, Optional<PrintedAccount> account) {
        ledger.write(BatchKind.STATEMENT, "statements", DAY,
                batch -> new StatementStore(ledger).save(batch, issued(ledger, customer, account)));
    }

    private static IssuedStatement issued(Ledger ledger, int customer, Optional<PrintedAccount> account) {
        StatementKey key = new StatementKey(new CustomerId("main", "C-" + customer), EUR, OCTOBER, 1);
        Instant known = ledger.knownAt();
        StatementOfAccount statement = StatementOfAccount.prove(key, known, Optional.empty(), new MovementStore(ledger)
                .accounts(key.customer(), OCTOBER.atDay(1), OCTOBER.atEndOfMonth(), known).get(EUR), AgingBuckets.USUAL);
        return new IssuedStatement(statement, key.toString().getBytes(StandardCharsets.UTF_8), account, Optional.empty());
    }

    private static void release(Ledger ledger, String person, LocalDate from) {
        ledger.write(BatchKind.PERSON, person, DAY, batch -> new AccountReleaseStore(ledger).add(batch,
                new Decider(person, "compared with the bank's letter", DAY, ""), ACCOUNT, false, from));
    }

    private static List<IssuedRow> rows(Database database) {
        return database.jdbi().withHandle(handle -> {
            List<IssuedRow> rows = new ArrayList<>();
            IssuedRow.forEach(handle, rows::add);
            return rows;
        });
    }

    private static List<VerifyReport.Breach> breaches(Ledger ledger, Promise promise) {
        return new VerifyStore(ledger).verify(rows -> { }).of(promise).breaches();
    }

    private static void tampered(Ledger ledger, String sql, String told) {
        ledger.database().jdbi().useTransaction(handle -> {
            handle.execute(sql);
            VerifyReport report = new Verifier(handle, rows -> { }).verify(Instant.EPOCH);
            assertThat(report.of(Promise.I26).breaches()).as(sql).anySatisfy(breach ->
                    assertThat(breach.toString()).contains(told));
            handle.rollback();
        });
    }
}
