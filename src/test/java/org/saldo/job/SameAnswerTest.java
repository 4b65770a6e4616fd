package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.LedgerText;
import org.saldo.store.ReconciliationStore;
import org.saldo.store.TestDatabase;
import org.saldo.store.VerifyReport;
import org.saldo.store.VerifyStore;

/**
 * The same records give the same allocations in whatever order they came, in however many files, and however often. The
 * company {@code main} gets them in order; {@code north} gets them shuffled, split over files, and some of them twice.
 */
class SameAnswerTest {

    @TempDir
    private Path data;

    @Test
    void orderAndFilesAndRepetitionChangeNothing() {
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB, data)) {
            for (int seed = 1; seed <= 1000; seed++) {
                play(desk, seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothDatabasesGiveTheSameAnswer(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            for (int seed = 5001; seed <= 5005; seed++) {
                play(desk, seed);
            }
        }
    }

    private static void play(IntakeDesk desk, int seed) {
        LedgerText.empty(desk.database);
        RandomRecords records = new RandomRecords(new Random(seed));
        desk.take("customers.csv", RandomRecords.CUSTOMERS + String.join("", records.customers("main"))
                + String.join("", records.customers("north")));
        desk.take("invoices-" + seed + ".csv", RandomRecords.INVOICES + String.join("", records.invoices("main")));
        desk.take("payments-" + seed + ".csv", RandomRecords.PAYMENTS
                + String.join("", records.payments("main", IntakeDesk.OWN_ACCOUNT)));
        Random chance = new Random(-seed);
        List<String[]> files = new ArrayList<>();
        split(files, RandomRecords.INVOICES, records.invoices("north"), chance);
        split(files, RandomRecords.PAYMENTS, records.payments("north", IntakeDesk.NORTH_ACCOUNT), chance);
        Collections.shuffle(files, chance);
        for (int i = 0; i < files.size(); i++) {
            desk.take(files.get(i)[0] + seed + "-" + i + ".csv", files.get(i)[1]);
        }
        ReconciliationJob reconcile = new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger),
                IntakeDesk.COMPANIES, MatchingPolicy.shipped());
        reconcile.run(IntakeDesk.DAY);
        assertThat(LedgerText.of(desk.database, "north")).as("seed " + seed)
                .isEqualTo(LedgerText.of(desk.database, "main")).isNotEmpty();
        VerifyReport report = new VerifyStore(desk.ledger).verify(rows -> { });
        assertThat(report.results()).as("seed " + seed).allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        ReconciliationReport again = reconcile.run(IntakeDesk.DAY);
        assertThat(again.written()).as("seed %d: %s", seed, again.lines()).isZero();
    }

    /** Shuffles the lines over one to four files, and puts some of them into one more file again. */
    private static void split(List<String[]> files, String header, List<String> lines, Random random) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        int parts = 1 + random.nextInt(4);
        for (int part = 0; part < parts; part++) {
            StringBuilder text = new StringBuilder(header);
            for (int i = part; i < shuffled.size(); i += parts) {
                text.append(shuffled.get(i));
            }
            files.add(new String[] {header.substring(0, 8) + part + "-", text.toString()});
        }
        files.add(new String[] {"again-", header + String.join("", shuffled.subList(0, shuffled.size() / 3 + 1))});
    }
}
