package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.AllocationKind;
import org.saldo.store.ReferenceLedger.Item;
import org.saldo.store.ReferenceLedger.Payment;
import org.saldo.store.ReferenceLedger.Settled;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** Eight threads apply the same receipts to the same items at the same time, far more than there is. */
class ContentionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final int THREADS = 8;
    private static final int TRIES = 40;

    @ParameterizedTest
    @EnumSource
    void noItemAndNoReceiptIsEverUsedBeyondItsAmount(TestDatabase kind) throws Exception {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, InstantSource.system());
            List<Item> items = new ArrayList<>();
            List<Payment> payments = new ArrayList<>();
            ledger.write(BatchKind.INTAKE, "test", DAY, batch -> {
                items.clear();
                payments.clear();
                for (int i = 0; i < 3; i++) {
                    items.add(item(batch, "INV" + i));
                    payments.add(payment(batch, "P" + i));
                }
            });
            long applied = compete(ledger, items, payments);
            VerifyReport report = new VerifyStore(ledger).verify(rows -> { });
            assertThat(report.results()).allSatisfy(result -> assertThat(result.breaches()).isEmpty());
            BigDecimal sum = database.jdbi().withHandle(handle -> handle.createQuery("SELECT SUM(amount) FROM allocation")
                    .mapTo(BigDecimal.class).one());
            assertThat(sum).isEqualByComparingTo(HistoryWriter.amount(applied, "EUR"));
            assertThat(applied).as("all that there is was applied: items and receipts are 1,000 each").isEqualTo(3000);
        }
    }

    private static long compete(Ledger ledger, List<Item> items, List<Payment> payments) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Long>> work = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<Long>) () -> applyAtRandom(ledger, items, payments, new Random(thread)))
                    .toList();
            long applied = 0;
            for (Future<Long> result : threads.invokeAll(work)) {
                applied += result.get();
            }
            for (int round = 0; round < 3; round++) {
                applied += applyRest(ledger, items, payments);
            }
            return applied;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long applyAtRandom(Ledger ledger, List<Item> items, List<Payment> payments, Random random) {
        long applied = 0;
        for (int i = 0; i < TRIES; i++) {
            applied += apply(ledger, items.get(random.nextInt(3)), payments.get(random.nextInt(3)), 1 + random.nextInt(60));
        }
        return applied;
    }

    private static long applyRest(Ledger ledger, List<Item> items, List<Payment> payments) {
        long applied = 0;
        for (Item item : items) {
            for (Payment payment : payments) {
                applied += apply(ledger, item, payment, 1000);
            }
        }
        return applied;
    }

    /** Applies up to {@code wanted}, as far as item and receipt go at the time; returns what was applied. */
    private static long apply(Ledger ledger, Item of, Payment by, long wanted) {
        return ledger.record(BatchKind.PERSON, "test", DAY, batch -> {
            Settled row = new Settled();
            row.kind = AllocationKind.PAYMENT;
            row.item = new Item();
            row.item.id = of.id;
            row.item.company = of.company;
            row.item.customer = of.customer;
            row.item.currency = of.currency;
            row.item.type = of.type;
            row.item.open = cents(batch, "SELECT open_amount FROM open_item WHERE item_id = " + of.id);
            row.payment = new Payment();
            row.payment.id = by.id;
            row.payment.company = by.company;
            row.payment.customer = "C-1";
            row.payment.currency = by.currency;
            row.payment.left = cents(batch, "SELECT unapplied FROM open_receipt WHERE receipt_id = " + by.id);
            row.amount = Math.min(wanted, Math.min(row.item.open, row.payment.left));
            if (row.amount > 0) {
                new HistoryWriter(batch).allocation(row);
            }
            return row.amount;
        });
    }

    private static long cents(Batch batch, String sql) {
        return batch.handle().createQuery(sql).mapTo(BigDecimal.class).findOne()
                .map(amount -> amount.movePointRight(2).longValueExact()).orElse(0L);
    }

    private static Item item(Batch batch, String number) {
        Item item = new Item();
        item.company = "main";
        item.customer = "C-1";
        item.currency = "EUR";
        item.number = number;
        item.type = "INVOICE";
        item.amount = 1000;
        new HistoryWriter(batch).document(item, null, 1000);
        return item;
    }

    private static Payment payment(Batch batch, String id) {
        Payment payment = new Payment();
        payment.company = "main";
        payment.currency = "EUR";
        payment.paymentId = id;
        payment.amount = 1000;
        new HistoryWriter(batch).receipt(payment, "", "", false);
        new HistoryWriter(batch).decision(payment, "C-1", false);
        return payment;
    }
}
