package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.account.MovementStore;
import org.saldo.store.statement.IssuedStatement;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** Random histories of the ledger, and statements made in the middle of them, with those that continue them: each proves, and
 * the chain holds. */
class StatementHistoriesTest {

    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void statementsMadeWhileTheLedgerGrowsProveAndSatisfyVerify(TestDatabase kind) {
        int made = 0;
        TreeSet<YearMonth> held = new TreeSet<>();
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            RandomHistory history = new RandomHistory(new Random(20261121), ledger);
            for (int i = 0; i < 8; i++) {
                for (int step = 0; step < 30; step++) {
                    history.step();
                }
                boolean begun = false;
                for (YearMonth month : months(database)) {
                    boolean wanted = (month.getMonthValue() + i) % 3 == 0;
                    if (wanted || begun && held.contains(month)) {
                        made += makeAll(ledger, month);
                        held.add(month);
                        begun = true;
                    }
                }
            }
            VerifyReport report = new VerifyStore(ledger).verify(rows -> { });
            assertThat(report.results()).allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        }
        assertThat(made).isGreaterThan(50);
    }

    private static int makeAll(Ledger ledger, YearMonth month) {
        StatementStore store = new StatementStore(ledger);
        MovementStore movements = new MovementStore(ledger);
        Instant knownAt = ledger.knownAt();
        List<CustomerId> customers = ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT company, customer_id FROM document UNION SELECT company, customer_id FROM decision
                        WHERE customer_id IS NOT NULL""")
                .map((row, context) -> new CustomerId(row.getString(1), row.getString(2))).list());
        int[] made = new int[1];
        for (CustomerId customer : customers) {
            List<StatementRow> upTo = store.upTo(customer, month);
            movements.accounts(customer, month.atDay(1), month.atEndOfMonth(), knownAt).forEach((currency, account) -> {
                StatementKey key = new StatementKey(customer, currency, month,
                        1 + (int) upTo.stream().filter(row -> row.key().currency().equals(currency)
                        && row.key().month().equals(month)).count());
                StatementOfAccount statement = StatementOfAccount.prove(key, knownAt, StatementStore.previous(upTo, key),
                        account, AgingBuckets.USUAL);
                ledger.write(BatchKind.STATEMENT, "test", month.atEndOfMonth(),
                        batch -> store.save(batch, IssuedStatement.plain(statement,
                                key.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
                made[0]++;
            });
        }
        return made[0];
    }

    private static TreeSet<YearMonth> months(Database database) {
        return database.jdbi().withHandle(handle -> new TreeSet<>(handle.createQuery("""
                        SELECT issue_date FROM document UNION SELECT effective_on FROM allocation""")
                .mapTo(LocalDate.class).list().stream().map(YearMonth::from).toList()));
    }
}
