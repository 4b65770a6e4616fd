package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.ExplainJob;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerRows;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyStore;

/** What was settled because it only fitted gives way to what comes in later, for real on both databases. */
class SecondLookTest {

    private static final Companies COMPANIES = new Companies(List.of(LedgerFixture.MAIN));
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @ParameterizedTest
    @EnumSource
    void aPaymentThatNamesTheDocumentTakesItFromOneThatOnlyFitted(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.take(DAY, List.of(), List.of(),
                    List.of(receipt("P2", BOOKED.minusDays(2), "100.00", "A friend", "", "INV-1001")));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20",
                    "P1 INV-1001 -100.00 PAYMENT 2026-04-02", "P2 INV-1001 100.00 PAYMENT 2026-04-02");
            assertThat(books.rows.openReceipts()).containsExactly("P1 100.00 C1 NOTHING_FITS");
            assertThat(new ExplainJob(books.fixture.ledger(), COMPANIES).explain("P1"))
                    .contains("by: rules, rule second-look", "who paid: account DE11 is that of C1\n"
                            + "                  evidence: payment P2: text quotes INV-1001");
            assertThat(books.job.run(DAY.plusDays(2)).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLateAdviceSettlesWhatAnEarlyOneWouldHave(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.advice(DAY, line("INV-1002", "100.00"));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openItems()).containsExactly("INV-1001 100.00", "INV-1002 200.00");
            assertThat(books.rows.allocations()).endsWith("P1 INV-1002 100.00 PAYMENT 2026-04-02");
            assertThat(books.rows.openReceipts()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAdviceOfAnotherPaymentChangesNothing(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.advice(DAY, line("INV-1002", "99.00"));
            assertThat(books.job.run(DAY.plusDays(1)).written()).isZero();
            assertThat(books.rows.allocations()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anotherDocumentThatFitsAsWellLeavesItToAPerson(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-1003", "C1", ISSUED.plusDays(1), "100.00")), List.of());
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openReceipts()).containsExactly("P1 100.00 C1 SEVERAL_ANSWERS_FIT");
            assertThat(books.rows.openItems()).contains("INV-1001 100.00", "INV-1003 100.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatStillFitsAloneStaysAsItIs(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-1003", "C1", ISSUED, "55.00"),
                    invoice("INV-1004", "C1", BOOKED.plusDays(1), "100.00")), List.of());
            long batches = books.rows.count("batch");
            assertThat(books.job.run(DAY.plusDays(1)).written()).isZero();
            assertThat(books.rows.count("batch")).isEqualTo(batches);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDecidedLongAgoStays(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.advice(DAY, line("INV-1002", "100.00"));
            assertThat(books.job.run(DAY.plusDays(61)).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTakenBackWhereThePolicyForbidsIt(TestDatabase kind) {
        with(kind, Set.of(Rule.SECOND_LOOK), books -> {
            books.oneThatOnlyFits();
            books.fixture.advice(DAY, line("INV-1002", "100.00"));
            books.fixture.take(DAY, List.of(), List.of(),
                    List.of(receipt("P2", BOOKED, "100.00", "A friend", "", "INV-1001")));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20");
        });
    }

    /** What a reversal opened again is not settled from an earlier day: as of the days between it would be settled twice. */
    @ParameterizedTest
    @EnumSource
    void aPaymentThatWasBookedBeforeAReturnSettlesFromTheReturnOn(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.take(DAY, List.of(), List.of(), List.of(
                    receipt("R1", BOOKED.plusDays(5), Money.of("EUR", "-100.00"), "Hansa", "DE11", "RETURN", "P1")));
            books.job.run(DAY);
            books.fixture.take(DAY, List.of(), List.of(),
                    List.of(receipt("P2", BOOKED.plusDays(1), "100.00", "Hansa", "DE11", "INV-1001")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).endsWith("P2 INV-1001 100.00 PAYMENT 2026-03-25");
        });
    }

    /** In one file neither would be applied; in two the first keeps what it has, and the second says so. */
    @ParameterizedTest
    @EnumSource
    void aSecondPaymentOfTheSameAmountIsToldOfTheFirst(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneThatOnlyFits();
            books.fixture.take(DAY, List.of(), List.of(), List.of(
                    receipt("P2", BOOKED.plusDays(1), "100.00", "Hansa", "DE11", "thanks again"),
                    receipt("P3", ISSUED.minusDays(1), "100.00", "Hansa", "DE11", "before the invoice"),
                    receipt("P4", BOOKED, "99.00", "Hansa", "DE11", "another amount")));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openReceipts()).containsExactlyInAnyOrder("P2 100.00 C1 RIVAL_RECEIPTS",
                    "P3 100.00 C1 NOTHING_FITS", "P4 99.00 C1 NOTHING_FITS");
            assertThat(new ExplainJob(books.fixture.ledger(), COMPANIES).explain("P2"))
                    .contains("but payment P1 of the same amount has settled INV-1001 by that alone");
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20");
            assertThat(books.job.run(DAY.plusDays(2)).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLateAdviceSaysBetterWhatAPartPaymentWasMeantFor(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneOfTwo("1000.00");
            assertThat(books.rows.allocations()).containsExactly("P1 INV-0001 1000.00 PAYMENT 2026-03-20");
            books.fixture.advice(DAY, line("INV-0001", "900.00"), line("INV-0002", "100.00"));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openItems()).containsExactly("INV-0001 300.00", "INV-0002 400.00");
            assertThat(books.job.run(DAY.plusDays(2)).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasGivenUpComesBackWhenALateAdviceSaysOtherwise(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneOfTwo("1199.00");
            assertThat(books.rows.openItems()).containsExactly("INV-0002 500.00");
            books.fixture.advice(DAY, line("INV-0001", "800.00"), line("INV-0002", "399.00"));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openItems()).containsExactly("INV-0001 400.00", "INV-0002 101.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLateAdviceSaysWhyARestIsOpen(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneOfTwo("1000.00");
            books.fixture.advice(DAY, new RemittanceLine("main", "A-1", new CustomerId("main", "C1"), BOOKED, "INV-0001",
                    Money.of("EUR", "1000.00"), Optional.of(Money.of("EUR", "200.00")), "Preisdifferenz", ""));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openItems()).containsExactly("INV-0001 200.00", "INV-0002 500.00");
            assertThat(new ExplainJob(books.fixture.ledger(), COMPANIES).explain("P1"))
                    .contains("EUR 200.00 of INV-0001 stays open as PRICE");
            assertThat(books.job.run(DAY.plusDays(2)).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLateAdviceThatCannotBeFollowedLeavesItToAPerson(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneOfTwo("1000.00");
            books.fixture.advice(DAY, line("INV-0001", "900.00"), line("INV-0009", "100.00"));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openReceipts()).containsExactly("P1 1000.00 C1 ADVICE_NOT_UNDERSTOOD");
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-0009", "C1", ISSUED, "100.00")), List.of());
            books.job.run(DAY.plusDays(2));
            assertThat(books.rows.openItems()).containsExactly("INV-0001 300.00", "INV-0002 500.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLateAdviceThatSaysTheSameOrIsOfAnotherPaymentChangesNothing(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.oneOfTwo("1000.00");
            books.fixture.advice(DAY, line("INV-0001", "1000.00"));
            assertThat(books.job.run(DAY.plusDays(1)).written()).isZero();
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-0003", "C1", ISSUED, "1000.00")), List.of());
            assertThat(books.job.run(DAY.plusDays(2)).written()).isZero();
        });
    }

    /** Equal rents, the later invoice in a later file than its payment. */
    @ParameterizedTest
    @EnumSource
    void thePaymentOfADocumentStillToComeWaitsForIt(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1012", "C1", ISSUED, "100.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "INV-1013")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).containsExactly("P1 100.00 C1 UNKNOWN_NUMBER_QUOTED");
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-1013", "C1", BOOKED.plusDays(1), "100.00")),
                    List.of(receipt("P2", BOOKED, "100.00", "Hansa", "DE11", "INV-1012")));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.allocations()).containsExactlyInAnyOrder("P1 INV-1013 100.00 PAYMENT 2026-03-21",
                    "P2 INV-1012 100.00 PAYMENT 2026-03-20");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSlipOfThePenGivesWayToTheDocumentOfItsNumber(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11"), customer("C2", "Lumen Sur SA", "DE22")),
                    List.of(invoice("INV-1012", "C1", ISSUED, "100.00"), invoice("INV-1040", "C2", ISSUED, "70.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "INV-1013")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1012 100.00 PAYMENT 2026-03-20");
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-1013", "C1", BOOKED.plusDays(1), "100.00")), List.of());
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.openItems()).containsExactlyInAnyOrder("INV-1012 100.00", "INV-1040 70.00");
            assertThat(books.rows.allocations()).endsWith("P1 INV-1013 100.00 PAYMENT 2026-04-02");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatNamesTheDocumentTakesItFromASlipOfThePen(TestDatabase kind) {
        with(kind, Set.of(), books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11"), customer("C2", "Lumen Sur SA", "DE22")),
                    List.of(invoice("INV-1012", "C1", ISSUED, "100.00"), invoice("INV-1040", "C2", ISSUED, "70.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "INV-1013")));
            books.job.run(DAY);
            books.fixture.take(DAY, List.of(), List.of(),
                    List.of(receipt("P2", BOOKED.plusDays(1), "100.00", "Hansa", "DE11", "INV-1012")));
            books.job.run(DAY.plusDays(1));
            assertThat(books.rows.allocations()).endsWith("P2 INV-1012 100.00 PAYMENT 2026-04-02");
            assertThat(books.rows.openReceipts()).containsExactly("P1 100.00 C1 NOTHING_FITS");
        });
    }

    private static RemittanceLine line(String document, String amount) {
        return new RemittanceLine("main", "A-1", new CustomerId("main", "C1"), BOOKED, document, Money.of("EUR", amount),
                Optional.empty(), "", "");
    }

    private record Books(LedgerFixture fixture, LedgerRows rows, ReconciliationJob job) {

        /** P1 names INV-0001, of which 1200.00 is open, and pays this much; INV-0002 is open with 500.00. */
        void oneOfTwo(String amount) {
            fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-0001", "C1", ISSUED, "1200.00"), invoice("INV-0002", "C1", ISSUED, "500.00")),
                    List.of(receipt("P1", BOOKED, amount, "Hansa", "DE11", "invoice INV-0001")));
            job.run(DAY);
        }

        /** P1 pays INV-1001, the only item of its amount. */
        void oneThatOnlyFits() {
            fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "300.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "thank you")));
            job.run(DAY);
            assertThat(rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20");
        }
    }

    private static void with(TestDatabase kind, Set<Rule> without, Consumer<Books> story) {
        Set<Rule> rules = EnumSet.copyOf(MatchingPolicy.shipped().rules());
        rules.removeAll(without);
        try (Database database = kind.open(); Leases leases = new Leases(database, LedgerFixture.CLOCK, "test")) {
            LedgerFixture fixture = new LedgerFixture(database);
            story.accept(new Books(fixture, new LedgerRows(fixture.ledger()), new ReconciliationJob(leases,
                    new ReconciliationStore(fixture.ledger()), COMPANIES,
                    MatchingPolicy.shipped().withRules(rules))));
            assertThat(new VerifyStore(fixture.ledger()).verify(rows -> { }).results())
                    .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        }
    }
}
