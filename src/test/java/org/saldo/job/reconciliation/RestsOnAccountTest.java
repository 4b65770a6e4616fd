package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Companies;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.OverTolerance;
import org.saldo.reconciliation.Tolerance;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** A cent too much does not wait for a person, within the limits of one payment and of a month. */
class RestsOnAccountTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @EnumSource
    void smallRestsStayOnAccountUntilTheMonthIsFull(TestDatabase kind) {
        try (Database database = kind.open(); Leases leases = new Leases(database, LedgerFixture.CLOCK, "test")) {
            LedgerFixture fixture = new LedgerFixture(database);
            fixture.take(DAY, List.of(customer("C1", "Hansa Norte GmbH", "DE11")),
                    List.of(invoice("INV-1001", "C1", ISSUED, "100.00"), invoice("INV-1002", "C1", ISSUED, "200.00"),
                            invoice("INV-1003", "C1", ISSUED, "300.00"), invoice("INV-1004", "C1", ISSUED, "410.00"),
                            invoice("INV-1005", "C1", ISSUED, "7.00")),
                    List.of(receipt("P1", BOOKED, "100.30", "Hansa", "DE11", "INV-1001"),
                            receipt("P2", BOOKED.plusDays(1), "200.40", "Hansa", "DE11", "INV-1002"),
                            receipt("P3", BOOKED.plusDays(20), "300.50", "Hansa", "DE11", "INV-1003"),
                            receipt("P4", BOOKED.plusDays(21), "410.51", "Hansa", "DE11", "INV-1004"),
                            receipt("P5", BOOKED.plusDays(60), "7.08", "Hansa", "DE11", "INV-1005")));
            ReconciliationJob job = new ReconciliationJob(leases, new ReconciliationStore(fixture.ledger()),
                    new Companies(List.of(LedgerFixture.MAIN)), MatchingPolicy.shipped()).keeping(new RestsOnAccount(
                    fixture.ledger(), new Companies(List.of(LedgerFixture.MAIN)), Optional.of(limits())));
            job.run(DAY.plusDays(60));
            assertThat(rests(database)).as("P2 is above the month's limit, P4 and P5 above that of one payment").containsExactly(
                    "P1 0.30 REST_KEPT ON_ACCOUNT overpayment", "P2 0.40 OVERPAYMENT  overpayment",
                    "P3 0.50 REST_KEPT ON_ACCOUNT overpayment", "P4 0.51 OVERPAYMENT  overpayment",
                    "P5 0.08 OVERPAYMENT  overpayment");
            long batches = count(database);
            job.run(DAY.plusDays(61));
            assertThat(count(database)).isEqualTo(batches);
            assertThat(new VerifyStore(fixture.ledger()).verify(rows -> { }).results()).allMatch(VerifyReport.Result::holds);
        }
    }

    private static OverTolerance limits() {
        return new OverTolerance(new Tolerance(eur("0.50"), BigDecimal.ONE), eur("0.60"), eur("500.00"));
    }

    private static Map<Currency, Money> eur(String amount) {
        return Map.of(Currency.getInstance("EUR"), Money.of("EUR", amount));
    }

    private static List<String> rests(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT r.payment_id, o.unapplied, d.reason, d.disposition, d.rule FROM open_receipt o
                        JOIN receipt r ON r.receipt_id = o.receipt_id JOIN decision d ON d.decision_id = o.decision_id
                        ORDER BY r.payment_id""")
                .map((row, context) -> row.getString(1) + " " + row.getBigDecimal(2).setScale(2) + " " + row.getString(3) + " "
                        + row.getString(4) + " " + row.getString(5)).list());
    }

    private static long count(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM batch").mapTo(Long.class).one());
    }
}
