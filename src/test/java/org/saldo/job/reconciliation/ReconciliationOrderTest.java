package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerRows;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.AccountCash;
import org.saldo.store.reconciliation.ReconciliationStore;

/** The same records give the same result in whatever order and in however many files they came. */
class ReconciliationOrderTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @Test
    void theOrderOfRowsAndFilesChangesNothing() {
        for (long seed = 1; seed <= 6; seed++) {
            World world = World.random(new Random(seed));
            List<String> expected = reconcile(world, 1);
            assertThat(expected).as("world " + seed).anyMatch(line -> line.contains("PAYMENT"));
            for (int files = 1; files <= 3; files++) {
                assertThat(reconcile(world.shuffled(new Random(seed * 31 + files)), files))
                        .as("world " + seed + " in " + files + " files").isEqualTo(expected);
            }
        }
    }

    @Test
    void theOrderOfRowsChangesNoEvidence() {
        for (long seed = 11; seed <= 13; seed++) {
            World world = World.random(new Random(seed));
            List<String> expected = decided(world);
            for (int order = 1; order <= 3; order++) {
                assertThat(decided(world.shuffled(new Random(seed * 7 + order)))).as("world " + seed).isEqualTo(expected);
            }
        }
    }

    /** Reconciles the world once, and tells all decisions with their evidence. */
    private static List<String> decided(World world) {
        return reconcile(world, 1, LedgerRows::decisions);
    }

    /** Takes the world in, in so many files, reconciles once, and tells what came of it. */
    private static List<String> reconcile(World world, int files) {
        return reconcile(world, files, rows -> {
            List<String> told = new ArrayList<>(rows.allocations());
            told.addAll(rows.openItems());
            told.addAll(rows.openReceipts());
            return told;
        });
    }

    private static List<String> reconcile(World world, int files, Function<LedgerRows, List<String>> told) {
        try (Database database = TestDatabase.HSQLDB.open();
             Leases leases = new Leases(database, LedgerFixture.CLOCK, "test")) {
            LedgerFixture fixture = new LedgerFixture(database);
            for (int file = 0; file < files; file++) {
                fixture.take(DAY, part(world.customers, file, files), part(world.documents, file, files),
                        part(world.receipts, file, files));
            }
            ReconciliationStore store = new ReconciliationStore(fixture.ledger());
            ReconciliationJob job = new ReconciliationJob(leases, store,
                    new Companies(List.of(LedgerFixture.MAIN)), MatchingPolicy.shipped());
            job.run(DAY);
            assertThat(store.cash()).allMatch(AccountCash::addsUp);
            assertThat(job.run(DAY).written()).isZero();
            return told.apply(new LedgerRows(fixture.ledger()));
        }
    }

    private static <T> List<T> part(List<T> all, int file, int files) {
        return all.subList(all.size() * file / files, all.size() * (file + 1) / files);
    }

    /** Few customers with few amounts and texts, so that receipts often want the same item. */
    private record World(List<Customer> customers, List<Document> documents, List<Receipt> receipts) {

        static World random(Random random) {
            List<Customer> customers = new ArrayList<>();
            List<Document> documents = new ArrayList<>();
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                customers.add(LedgerFixture.customer("C" + i, "Customer Number " + i / 2, i == 4 ? "" : "DE0" + i));
            }
            for (int i = 0; i < 60; i++) {
                documents.add(LedgerFixture.invoice("INV-" + (1000 + i), "C" + random.nextInt(5),
                        START.plusDays(random.nextInt(60)), amount(random)));
            }
            for (int i = 0; i < 80; i++) {
                receipts.add(receipt(random, i, receipts));
            }
            return new World(customers, documents, receipts);
        }

        private static Receipt receipt(Random random, int i, List<Receipt> earlier) {
            LocalDate day = START.plusDays(20 + random.nextInt(60));
            if (i > 0 && random.nextInt(8) == 0) {
                Receipt original = earlier.get(random.nextInt(i));
                if (original.amount().isPositive()) {
                    return LedgerFixture.receipt("P" + i, original.bookingDate().plusDays(random.nextInt(9) - 1),
                            original.amount().negated(), "", "", "RETURN", original.key().paymentId());
                }
            }
            String text = switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> "INV-" + (1000 + random.nextInt(60)) + " INV " + (1000 + random.nextInt(60));
                default -> "INV-" + (1000 + random.nextInt(60));
            };
            return LedgerFixture.receipt("P" + i, day, Money.of("EUR", amount(random)),
                    "Customer Number " + random.nextInt(3), "DE0" + random.nextInt(6), text, "");
        }

        private static String amount(Random random) {
            return (1 + random.nextInt(4)) * 50 + ".00";
        }

        World shuffled(Random random) {
            List<Customer> mixedCustomers = new ArrayList<>(customers);
            List<Document> mixedDocuments = new ArrayList<>(documents);
            List<Receipt> mixedReceipts = new ArrayList<>(receipts);
            Collections.shuffle(mixedCustomers, random);
            Collections.shuffle(mixedDocuments, random);
            Collections.shuffle(mixedReceipts, random);
            return new World(mixedCustomers, mixedDocuments, mixedReceipts);
        }
    }
}
