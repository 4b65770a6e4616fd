package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.ledger.Companies;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.LedgerText;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/**
 * The same records give the same allocations in whatever order they came, in however many files, and however often. Of
 * each history a company {@code main} gets them in order; a {@code north} gets them shuffled, split over files, and some
 * of them twice. A few histories, each with companies of its own, share a ledger and its files.
 */
class SameAnswerTest {

    private static final int AT_ONCE = 5;
    private static final Companies COMPANIES = new Companies(IntStream.range(0, AT_ONCE).boxed().flatMap(place -> Stream.of(
            IntakeDesk.company("main" + place, account(2 * place)),
            IntakeDesk.company("north" + place, account(2 * place + 1)))).toList());

    @TempDir
    private Path data;

    @Test
    void orderAndFilesAndRepetitionChangeNothing() {
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB.open(), data, COMPANIES)) {
            for (int seed = 1; seed <= 1000; seed += AT_ONCE) {
                play(desk, seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothDatabasesGiveTheSameAnswer(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind.open(), data, COMPANIES)) {
            play(desk, 5001);
        }
    }

    private static void play(IntakeDesk desk, int firstSeed) {
        LedgerText.empty(desk.database);
        List<RandomRecords> histories = IntStream.range(0, AT_ONCE)
                .mapToObj(place -> new RandomRecords(new Random(firstSeed + place))).toList();
        takeInOrder(desk, firstSeed, histories);
        takeShuffled(desk, firstSeed, histories);
        ReconciliationJob reconcile = new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), COMPANIES,
                MatchingPolicy.shipped());
        reconcile.run(IntakeDesk.DAY);
        for (int place = 0; place < AT_ONCE; place++) {
            assertThat(LedgerText.of(desk.database, "north" + place)).as("seed " + (firstSeed + place))
                    .isEqualTo(LedgerText.of(desk.database, "main" + place)).isNotEmpty();
        }
        VerifyReport report = new VerifyStore(desk.ledger).verify(rows -> { });
        assertThat(report.results()).as("seeds from " + firstSeed)
                .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        ReconciliationReport again = reconcile.run(IntakeDesk.DAY);
        assertThat(again.written()).as("seeds from %d: %s", firstSeed, again.lines()).isZero();
    }

    private static void takeInOrder(IntakeDesk desk, int firstSeed, List<RandomRecords> histories) {
        StringBuilder customers = new StringBuilder(RandomRecords.CUSTOMERS);
        StringBuilder invoices = new StringBuilder(RandomRecords.INVOICES);
        StringBuilder payments = new StringBuilder(RandomRecords.PAYMENTS);
        for (int place = 0; place < AT_ONCE; place++) {
            RandomRecords records = histories.get(place);
            records.customers("main" + place).forEach(customers::append);
            records.customers("north" + place).forEach(customers::append);
            records.invoices("main" + place).forEach(invoices::append);
            records.payments("main" + place, account(2 * place)).forEach(payments::append);
        }
        desk.take("customers.csv", customers.toString());
        desk.take("invoices-" + firstSeed + ".csv", invoices.toString());
        desk.take("payments-" + firstSeed + ".csv", payments.toString());
    }

    /** What each history hands in next, and so in an order of its own, is taken in together if it is of one kind. */
    private static void takeShuffled(IntakeDesk desk, int firstSeed, List<RandomRecords> histories) {
        List<Map<String, StringBuilder>> rounds = new ArrayList<>();
        for (int place = 0; place < AT_ONCE; place++) {
            Random chance = new Random(-firstSeed - place);
            List<String[]> parts = new ArrayList<>();
            split(parts, RandomRecords.INVOICES, histories.get(place).invoices("north" + place), chance);
            split(parts, RandomRecords.PAYMENTS, histories.get(place).payments("north" + place, account(2 * place + 1)), chance);
            Collections.shuffle(parts, chance);
            for (int i = 0; i < parts.size(); i++) {
                if (i == rounds.size()) {
                    rounds.add(new TreeMap<>());
                }
                rounds.get(i).computeIfAbsent(parts.get(i)[0], StringBuilder::new).append(parts.get(i)[1]);
            }
        }
        for (int i = 0; i < rounds.size(); i++) {
            for (Map.Entry<String, StringBuilder> file : rounds.get(i).entrySet()) {
                desk.take(file.getKey().substring(0, 8) + firstSeed + "-" + i + ".csv", file.getValue().toString());
            }
        }
    }

    /** Shuffles the lines over one to four parts, and puts some of them into one more part again. */
    private static void split(List<String[]> parts, String header, List<String> lines, Random random) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        int count = 1 + random.nextInt(4);
        for (int part = 0; part < count; part++) {
            StringBuilder text = new StringBuilder();
            for (int i = part; i < shuffled.size(); i += count) {
                text.append(shuffled.get(i));
            }
            parts.add(new String[] {header, text.toString()});
        }
        parts.add(new String[] {header, String.join("", shuffled.subList(0, shuffled.size() / 3 + 1))});
    }

    /** An IBAN of its own for each. */
    private static String account(int number) {
        String bank = "37040044%010d".formatted(number);
        int check = 98 - new BigInteger(bank + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, bank);
    }
}
