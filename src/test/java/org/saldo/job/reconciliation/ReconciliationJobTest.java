package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Outcome;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerRows;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.AccountCash;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** Cash application end to end, for real on both databases. */
class ReconciliationJobTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @ParameterizedTest
    @EnumSource
    void appliesWhatIsProvedAndDoesNothingTwice(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "50.00"),
                            invoice("INV-1003", "C1", ISSUED, "70.00")),
                    List.of(receipt("P1", BOOKED, "150.00", "Hansa", "DE11", "INV-1001 and INV-1002"),
                            receipt("P2", BOOKED, "30.00", "Hansa", "DE11", "INV-1003"),
                            receipt("P3", BOOKED, "12.00", "unknown", "", "?")));
            ReconciliationReport report = books.job.run(DAY);
            assertThat(report.count(Outcome.APPLIED)).isEqualTo(2);
            assertThat(report.count(Outcome.DEFERRED)).isEqualTo(1);
            assertThat(report.severalDocuments()).hasValue("P1");
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20",
                    "P1 INV-1002 50.00 PAYMENT 2026-03-20", "P2 INV-1003 30.00 PAYMENT 2026-03-20");
            assertThat(books.rows.openItems()).containsExactly("INV-1003 40.00");
            assertThat(books.rows.openReceipts()).containsExactly("P3 12.00 - PAYER_UNKNOWN");
            assertThat(books.store.cash()).hasSize(1).allMatch(AccountCash::addsUp);
            assertThat(books.store.cash().get(0).applied()).isEqualTo(Money.of("EUR", "180.00"));
            assertThat(books.store.cash().get(0).unidentified()).isEqualTo(Money.of("EUR", "12.00"));
            long batches = books.rows.count("batch");
            assertThat(books.job.run(DAY.plusDays(1)).written()).isZero();
            assertThat(books.rows.count("batch")).isEqualTo(batches);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReturnReopensWhatItHadPaidAndTheNextPaymentPaysItAgain(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "50.00")),
                    List.of(receipt("P1", BOOKED, "150.00", "Hansa", "DE11", "INV-1001 INV-1002"),
                            receipt("P2", BOOKED.plusDays(3), Money.of("EUR", "-150.00"), "Hansa", "DE11", "RETURN", "P1"),
                            receipt("P3", BOOKED.plusDays(9), "100.00", "Hansa", "DE11", "INV-1001"),
                            receipt("P4", BOOKED.plusDays(9), Money.of("EUR", "-9.00"), "Hansa", "DE11", "RETURN", "P9")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20",
                    "P1 INV-1002 50.00 PAYMENT 2026-03-20", "P1 INV-1001 -100.00 PAYMENT 2026-03-23",
                    "P1 INV-1002 -50.00 PAYMENT 2026-03-23", "P3 INV-1001 100.00 PAYMENT 2026-03-29");
            assertThat(books.rows.openItems()).containsExactly("INV-1002 50.00");
            assertThat(books.rows.openReceipts()).containsExactly("P4 -9.00 - RETURN_OF_UNKNOWN");
            assertThat(books.store.cash()).allMatch(AccountCash::addsUp);
            assertThat(books.job.run(DAY).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDebitThatNamesNoPaymentIsProposedAsTheReturnOfTheOneThatFits(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "50.00")),
                    List.of(receipt("PAY-0001", BOOKED, "100.00", "Hansa", "DE11", "INV-1001"),
                            receipt("PAY-0002", BOOKED, "50.00", "Hansa", "DE11", "INV-1002"),
                            receipt("PAY-0003", BOOKED, "50.00", "Else", "DE77", "?"),
                            receipt("PAY-0004", BOOKED, "50.00", "Else", "DE77", "?"),
                            receipt("R1", BOOKED.plusDays(3), "-103.50", "Bank", "", "RETURN EREF+PAY-0001 fee"),
                            receipt("R2", BOOKED.plusDays(3), "-50.00", "Hansa", "DE11", "back"),
                            receipt("R3", BOOKED.plusDays(3), "-50.00", "Else", "DE77", "back"),
                            receipt("R4", BOOKED.plusDays(70), "-50.00", "Hansa", "DE11", "back"),
                            receipt("R5", BOOKED.plusDays(3), Money.of("EUR", "-53.00"), "Hansa", "DE11", "", "PAY-0002")));
            books.job.run(DAY.plusDays(90));
            assertThat(alternatives(books)).containsExactly("R1 PROPOSED PAY-0001 100.00 REFUND"
                            + " [its id is named; EUR 3.50 more, a bank's charge]",
                    "R2 PROPOSED PAY-0002 50.00 REFUND [the same account and amount]", "R3 DEFERRED ", "R4 DEFERRED ",
                    "R5 PROPOSED PAY-0002 50.00 REFUND [EUR 3.00 more, a bank's charge]");
            assertThat(books.job.run(DAY.plusDays(91)).written()).isZero();
        });
    }

    private static List<String> alternatives(Books books) {
        return books.fixture().ledger().database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT r.payment_id, d.outcome, d.alternatives FROM decision d
                        JOIN receipt r ON r.receipt_id = d.receipt_id WHERE r.amount < 0 ORDER BY r.payment_id""")
                .map((row, context) -> row.getString(1) + " " + row.getString(2) + " "
                        + EvidenceWord.ENGLISH.told(row.getString(3))).list());
    }

    @ParameterizedTest
    @EnumSource
    void aReturnOfWhatWasNeverAppliedUsesUpBoth(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")), List.of(),
                    List.of(receipt("P1", BOOKED, "80.00", "Hansa", "DE11", ""),
                            receipt("P2", BOOKED.plusDays(3), Money.of("EUR", "-30.00"), "Hansa", "DE11", "RETURN", "P1"),
                            receipt("P3", BOOKED.plusDays(4), Money.of("EUR", "-50.00"), "Hansa", "DE11", "RETURN", "P1")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).isEmpty();
            assertThat(books.rows.count("allocation")).isEqualTo(2);
            assertThat(books.store.cash()).allMatch(AccountCash::addsUp);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentWhoseCustomerIsNotKnownIsLeftOutUntilTheCustomerArrives(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-1001", "C1", ISSUED, "100.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "INV-1001")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).containsExactly("P1 100.00 - PAYER_UNKNOWN");
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")), List.of(), List.of());
            books.job.run(DAY);
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-20");
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAllocationCountsFromTheLaterOfBookingAndIssue(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", BOOKED.plusDays(4), "100.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "INV-1001")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 100.00 PAYMENT 2026-03-24");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonDecidedNoRuleChanges(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")), List.of(),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", "INV-1001")));
            books.rows.decideByPerson("P1", "anna", "ON_ACCOUNT");
            books.fixture.take(DAY, List.of(), List.of(invoice("INV-1001", "C1", ISSUED, "100.00")), List.of());
            assertThat(books.job.run(DAY).written()).isZero();
            assertThat(books.rows.openItems()).containsExactly("INV-1001 100.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAdviceThatComesLaterSettlesWhatWaited(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "50.00")),
                    List.of(receipt("P1", BOOKED, "130.00", "Hansa", "DE11", "see advice")));
            assertThat(books.job.run(DAY).count(Outcome.DEFERRED)).isEqualTo(1);
            books.fixture.advice(DAY, line("INV-1001", "80.00"), line("INV-1002", "50.00"));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).containsExactly("P1 INV-1001 80.00 PAYMENT 2026-03-20",
                    "P1 INV-1002 50.00 PAYMENT 2026-03-20");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatALaterReceiptMakesPlainIsSettledInTheSameRun(TestDatabase kind) {
        with(kind, books -> {
            books.fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "100.00")),
                    List.of(receipt("P1", BOOKED, "100.00", "Hansa", "DE11", ""),
                            receipt("P2", BOOKED.plusDays(1), "100.00", "Hansa", "DE11", "INV-1002")));
            assertThat(books.job.run(DAY).count(Outcome.APPLIED)).isEqualTo(2);
            assertThat(books.rows.allocations()).containsExactly("P2 INV-1002 100.00 PAYMENT 2026-03-21",
                    "P1 INV-1001 100.00 PAYMENT 2026-03-20");
        });
    }

    private static RemittanceLine line(String document, String amount) {
        return new RemittanceLine("main", "A1", new CustomerId("main", "C1"), BOOKED, document, Money.of("EUR", amount),
                java.util.Optional.empty(), "", "");
    }

    private record Books(LedgerFixture fixture, ReconciliationStore store, ReconciliationJob job, LedgerRows rows) {
    }

    private static void with(TestDatabase kind, Consumer<Books> story) {
        try (Database database = kind.open(); Leases leases = new Leases(database, LedgerFixture.CLOCK, "test")) {
            LedgerFixture fixture = new LedgerFixture(database);
            ReconciliationStore store = new ReconciliationStore(fixture.ledger());
            ReconciliationJob job = new ReconciliationJob(leases, store, new Companies(List.of(LedgerFixture.MAIN)),
                    MatchingPolicy.shipped());
            story.accept(new Books(fixture, store, job, new LedgerRows(fixture.ledger())));
            assertThat(new VerifyStore(fixture.ledger()).verify(rows -> { }).results()).allMatch(VerifyReport.Result::holds);
        }
    }
}
