package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;
import org.saldo.store.AllocationRows;
import org.saldo.store.LedgerFixture;

/** In whatever order and in however many runs the records of a world come, its receipts settle what they should. */
class ConvergenceTest {

    private static final int RECEIPTS = Integer.getInteger("truth.receipts", 100);
    private static final LocalDate LAST = WorldMaker.END.plusDays(90);

    @Test
    void theOrderOfRecordsAndFilesChangesNothing() {
        for (Style style : List.of(Style.ALL.get(4))) {
            World world = WorldMaker.make(style, 7, RECEIPTS);
            List<String> expected = inFiles(world, 1);
            assertThat(expected).isNotEmpty();
            assertThat(inFiles(shuffled(world, 1), 1)).as(style.name()).isEqualTo(expected);
            assertThat(inFiles(shuffled(world, 2), 3)).as(style.name() + " in three files").isEqualTo(expected);
        }
    }

    @Test
    void manyRunsApplyNothingWronglyAndNearlyAsMuchAsOne() {
        for (Style style : List.of(Style.ALL.get(1))) {
            World world = WorldMaker.make(style, 11, RECEIPTS);
            Score once = Score.of(world, Books.reconciled(world, LAST));
            Score often = Score.of(world, littleByLittle(world));
            assertThat(often.wrong().stream().filter(line -> line.truth().decidable())).as(style.name()).isEmpty();
            assertThat(often.right() * 100).as(style.name()).isGreaterThanOrEqualTo(95 * once.right());
        }
    }

    @Test
    void documentsThatComeAfterTheirPaymentAreSettledAllTheSame() {
        World world = WorldMaker.make(Style.ALL.get(3), 5, RECEIPTS);
        try (Books books = new Books()) {
            int most = world.documents().size() * 9 / 10;
            World mixed = shuffled(world, 3);
            books.take(LAST, mixed.customers(), mixed.documents().subList(0, most), mixed.receipts(), mixed.adviceLines());
            books.reconcile(LAST);
            books.take(LAST, List.of(), mixed.documents().subList(most, mixed.documents().size()), List.of(), List.of());
            books.reconcile(LAST);
            books.verify();
            Score score = Score.of(world, books.allocations());
            assertThat(score.wrong().stream().filter(line -> line.truth().decidable())).isEmpty();
            assertThat(score.right() * 100).isGreaterThanOrEqualTo(95 * Score.of(world, Books.reconciled(world, LAST)).right());
        }
    }

    /** Payments before their documents, documents before their customers, advices before and after both. */
    @Test
    void whateverComesInWhichRunNothingDecidableIsAppliedWrongly() {
        for (long seed = 1; seed <= 2; seed++) {
            World world = WorldMaker.make(Style.ALL.get((int) seed * 2), seed, RECEIPTS);
            World mixed = shuffled(world, seed);
            try (Books books = new Books()) {
                int runs = 5;
                for (int run = 0; run < runs; run++) {
                    books.take(LAST, part(mixed.customers(), run, runs), part(mixed.documents(), run, runs),
                            part(mixed.receipts(), run, runs), adviceLines(part(mixed.advices(), run, runs)));
                    books.reconcile(LAST);
                }
                books.verify();
                Score score = Score.of(world, books.allocations());
                assertThat(score.wrong().stream().filter(line -> line.truth().decidable())).as(world.name()).isEmpty();
                assertThat(score.right() * 100).as(world.name())
                        .isGreaterThanOrEqualTo(95 * Score.of(world, Books.reconciled(world, LAST)).right());
                assertThat(books.reconcile(LAST).written()).isZero();
            }
        }
    }

    @Test
    void aLateAdviceConvergesToWhatAnEarlyOneGives() {
        World world = WorldMaker.make(Style.ALL.get(2), 3, RECEIPTS,
                EnumSet.of(Case.PARTIAL, Case.SUBSET, Case.NOREF_UNIQUE, Case.ADVICE_EARLY, Case.ADVICE_LATE));
        assertThat(world.advices()).hasSizeGreaterThan(3);
        try (Books early = new Books(); Books late = new Books()) {
            early.take(LAST, world.customers(), world.documents(), world.receipts(), world.adviceLines());
            early.reconcile(LAST);
            late.take(LAST, world.customers(), world.documents(), world.receipts(), List.of());
            late.reconcile(LAST);
            for (World.Advice advice : world.advices()) {
                late.take(LAST, List.of(), List.of(), List.of(), advice.lines());
                late.reconcile(LAST);
            }
            late.verify();
            assertThat(late.settled()).isEqualTo(early.settled());
        }
    }

    /** A text with one number, an amount that differs, and an advice that says better what was meant. */
    @Test
    void aLateAdviceDecidesAnewWhatANumberAndItsAmountSaid() {
        Random random = new Random(17);
        List<Customer> customers = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        List<RemittanceLine> advices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String number = "C" + (100 + i);
            customers.add(LedgerFixture.customer(number, "Customer Number " + number, "DE" + (100 + i)));
            long owed = 100_000 + random.nextInt(50_000);
            long missing = List.of(0, 100, 3_000, 20_000).get(i % 4);
            long elsewhere = List.of(0, 50, 7_000).get(i % 3);
            documents.add(LedgerFixture.invoice("INV-1" + (100 + i), number, LAST.minusDays(40), eur(owed)));
            documents.add(LedgerFixture.invoice("INV-2" + (100 + i), number, LAST.minusDays(40), eur(90_000)));
            if (i % 5 == 0) {
                documents.add(LedgerFixture.creditNote("CN-3" + (100 + i), number, LAST.minusDays(40), eur(3_000)));
            }
            receipts.add(LedgerFixture.receipt("P" + i, LAST.minusDays(5), eur(owed - missing), "", "DE" + (100 + i),
                    "invoice INV-1" + (100 + i)));
            advices.add(advised(number, "INV-1" + (100 + i), owed - missing - elsewhere));
            if (elsewhere > 0) {
                advices.add(advised(number, i % 7 == 0 ? "INV-9" + (100 + i) : "INV-2" + (100 + i), elsewhere));
            }
        }
        try (Books early = new Books(); Books late = new Books()) {
            early.take(LAST, customers, documents, receipts, advices);
            early.reconcile(LAST);
            late.take(LAST, customers, documents, receipts, List.of());
            late.reconcile(LAST);
            List<String> before = late.settled();
            late.take(LAST, List.of(), List.of(), List.of(), advices);
            late.reconcile(LAST);
            late.verify();
            assertThat(late.settled()).isEqualTo(early.settled()).isNotEqualTo(before);
            assertThat(late.waiting()).isEqualTo(early.waiting());
        }
    }

    private static RemittanceLine advised(String customer, String document, long cents) {
        return new RemittanceLine("main", "A-" + customer, new CustomerId("main", customer), LAST.minusDays(5), document,
                Money.of("EUR", eur(cents)), Optional.empty(), "", "");
    }

    private static String eur(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static List<String> inFiles(World world, int files) {
        try (Books books = new Books()) {
            for (int file = 0; file < files; file++) {
                books.take(LAST, part(world.customers(), file, files), part(world.documents(), file, files),
                        part(world.receipts(), file, files), part(world.adviceLines(), file, files));
            }
            books.reconcile(LAST);
            books.verify();
            assertThat(books.reconcile(LAST).written()).isZero();
            return books.settled();
        }
    }

    private static List<AllocationRows.Row> littleByLittle(World world) {
        try (Books books = new Books()) {
            books.take(LAST, world.customers(), List.of(), List.of(), List.of());
            LocalDate from = LocalDate.MIN;
            LocalDate first = world.documents().get(0).issueDate().minusDays(30);
            for (LocalDate to = first; from.isBefore(LAST); from = to, to = to.plusMonths(3)) {
                books.take(to, List.of(), between(world.documents(), from, to, Document::issueDate),
                        between(world.receipts(), from, to, Receipt::bookingDate),
                        adviceLines(between(world.advices(), from, to, World.Advice::arrives)));
                books.reconcile(to);
            }
            books.verify();
            return books.allocations();
        }
    }

    private static List<RemittanceLine> adviceLines(List<World.Advice> advices) {
        return advices.stream().flatMap(advice -> advice.lines().stream()).toList();
    }

    private static <T> List<T> between(List<T> all, LocalDate after, LocalDate until, Function<T, LocalDate> day) {
        return all.stream().filter(each -> day.apply(each).isAfter(after) && !day.apply(each).isAfter(until)).toList();
    }

    private static <T> List<T> part(List<T> all, int file, int files) {
        return all.subList(all.size() * file / files, all.size() * (file + 1) / files);
    }

    private static World shuffled(World world, long seed) {
        return new World(world.name(), mixed(world.customers(), seed), mixed(world.documents(), seed),
                mixed(world.receipts(), seed), mixed(world.advices(), seed), world.truths());
    }

    private static <T> List<T> mixed(List<T> all, long seed) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(seed));
        return mixed;
    }
}
