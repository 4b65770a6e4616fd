package org.saldo.store.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.store.BatchesKnown;
import org.saldo.store.Database;
import org.saldo.store.HistoryWriter;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerText;
import org.saldo.store.ProjectionRebuild;
import org.saldo.store.RandomHistory;
import org.saldo.store.ReferenceLedger;
import org.saldo.store.ReferenceLedger.Account;
import org.saldo.store.TableScan;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.AccountHistory;

/** Random histories: after every step all promises hold, and the projections are what a far simpler ledger says. */
class RandomHistoriesTest {

    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));
    private static final int HISTORIES = 1000;
    private static final int STEPS = 16;

    @Test
    void everyPromiseHoldsAfterEveryStepOfAThousandHistories() {
        try (Database database = TestDatabase.HSQLDB.open()) {
            assertThat(play(database, 20261031L, HISTORIES)).contains("document", "receipt", "place", "PAYMENT",
                    "CREDIT_NOTE", "REFUND", "reverse", "cancel", "restore", "replace", "exchanged", "WRITE_OFF", "CASH_DISCOUNT",
                    "SETOFF");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothDatabasesTellTheSameHistory(TestDatabase kind) {
        try (Database database = kind.open()) {
            assertThat(play(database, 4711L, 25)).contains("PAYMENT", "exchanged", "reverse");
        }
    }

    @ParameterizedTest
    @EnumSource
    void projectionsRebuiltFromTheRowsAreThoseThatStood(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            RandomHistory history = new RandomHistory(new Random(99), ledger);
            for (int step = 0; step < 400; step++) {
                history.step();
            }
            String before = state(database);
            database.jdbi().useHandle(handle -> {
                handle.execute("UPDATE open_item SET open_amount = open_amount + 1");
                handle.execute("DELETE FROM open_receipt");
            });
            assertThat(new VerifyStore(ledger).verify(rows -> { }).of(Promise.I11).holds()).isFalse();
            new ProjectionRebuild(ledger).rebuild(rows -> { });
            assertThat(state(database)).isEqualTo(before);
            assertThat(new VerifyStore(ledger).verify(rows -> { }).holds()).isTrue();
        }
    }

    private static Set<String> play(Database database, long seed, int histories) {
        Ledger ledger = new Ledger(database, STOPPED);
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < histories; i++) {
            long seedOfThis = seed + i;
            LedgerText.empty(database);
            RandomHistory history = new RandomHistory(new Random(seedOfThis), ledger);
            for (int step = 0; step < STEPS; step++) {
                String event = history.step();
                seen.merge(event.split(" ")[0], 1, Integer::sum);
                if (!event.isEmpty()) {
                    String where = "seed " + seedOfThis + ", step " + step + ": " + event;
                    VerifyReport report = database.jdbi().inTransaction(handle ->
                            new Verifier(handle, rows -> { }).verify(STOPPED.instant()));
                    assertThat(report.results()).as(where).allSatisfy(result -> assertThat(result.breaches()).isEmpty());
                    agree(database, history.reference(), where);
                }
            }
            agreeOnBalances(database, history.reference(), "seed " + seedOfThis);
        }
        return seen.keySet();
    }

    private static void agree(Database database, ReferenceLedger reference, String where) {
        Map<Long, BigDecimal> items = amounts(database, "SELECT item_id, open_amount FROM open_item");
        reference.items.forEach(item -> assertThat(items.getOrDefault(item.id, BigDecimal.ZERO))
                .as(where + ", item " + item.number).isEqualByComparingTo(HistoryWriter.amount(item.open, item.currency)));
        Map<Long, BigDecimal> receipts = amounts(database, "SELECT receipt_id, unapplied FROM open_receipt");
        reference.payments.forEach(payment -> assertThat(receipts.getOrDefault(payment.id, BigDecimal.ZERO))
                .as(where + ", payment " + payment.paymentId)
                .isEqualByComparingTo(HistoryWriter.amount(payment.left, payment.currency)));
        for (Account account : reference.balances.keySet()) {
            assertThat(reference.openLessUnapplied(account)).as(where + ", " + account)
                    .isEqualTo(reference.balances.get(account));
        }
    }

    private static void agreeOnBalances(Database database, ReferenceLedger reference, String where) {
        database.jdbi().useHandle(handle -> {
            TableScan scan = new TableScan(handle.getConnection());
            BatchesKnown batches = BatchesKnown.read(handle.getConnection());
            reference.balances.forEach((account, balance) -> assertThat(
                    new AccountHistory(scan, batches, account.company(), account.customer())
                            .balance(account.currency(), LocalDate.MAX, Instant.MAX)).as(where + ", " + account)
                    .isEqualByComparingTo(HistoryWriter.amount(balance, account.currency())));
        });
    }

    private static Map<Long, BigDecimal> amounts(Database database, String sql) {
        Map<Long, BigDecimal> amounts = new HashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> amounts.put(row.getLong(1), row.getBigDecimal(2))).list());
        return amounts;
    }

    private static String state(Database database) {
        return database.jdbi().withHandle(handle -> String.join("\n",
                handle.createQuery("SELECT item_id, company, customer_id, currency, credit, open_amount FROM open_item"
                        + " ORDER BY item_id").mapToMap().list().toString(),
                handle.createQuery("SELECT receipt_id, company, customer_id, currency, unapplied, decision_id"
                        + " FROM open_receipt ORDER BY receipt_id").mapToMap().list().toString()));
    }
}
