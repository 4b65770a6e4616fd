package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.reconciliation.ReconciliationStore;

/** How far rules come: by line and by amount, by rule, and what people took back. */
class KpisTest {

    private static final LocalDate NOV_2 = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @EnumSource
    void eachReceiptCountsOnceUnderWhatTheRulesCameTo(TestDatabase kind) {
        try (People people = new People(kind)) {
            records(people);
            assertThat(kpis(people, OCT_25, Optional.empty())).containsExactly(
                    "main 2026-10 EUR   1 0.2000 20.00 0.0667 0 0",
                    "main 2026-10 EUR APPLIED quoted-exact 2 0.4000 150.00 0.5000 0 0",
                    "main 2026-10 EUR DEFERRED  2 0.4000 130.00 0.4333 1 0");
            assertThat(kpis(people, NOV_2, Optional.empty())).hasSize(4)
                    .contains("main 2026-11 EUR   1 1.0000 10.00 1.0000 0 0");
            assertThat(kpis(people, OCT_1.plusDays(2), Optional.empty())).containsExactly(
                    "main 2026-10 EUR APPLIED quoted-exact 1 1.0000 100.00 1.0000 0 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatPeopleTakeBackIn90DaysSpeaksAgainstTheRule(TestDatabase kind) {
        try (People people = new People(kind)) {
            records(people);
            Instant before = people.fixture.ledger().knownAt();
            LocalDate in90Days = OCT_20.plusDays(90);
            people.apply.unapply(anna(in90Days), allocation(people, "P-1"));
            people.apply.unapply(anna(in90Days.plusDays(1)), allocation(people, "P-2"));
            String applied = "main 2026-10 EUR APPLIED quoted-exact 2 0.4000 150.00 0.5000 ";
            assertThat(kpis(people, in90Days.minusDays(1), Optional.empty())).contains(applied + "0 0");
            assertThat(kpis(people, in90Days, Optional.empty())).contains(applied + "1 1");
            assertThat(kpis(people, in90Days.plusDays(9), Optional.empty())).contains(applied + "2 1");
            assertThat(kpis(people, in90Days, Optional.of(before))).contains(applied + "0 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBackFromTheBankDoesNotSpeakAgainstTheRule(TestDatabase kind) {
        try (People people = new People(kind)) {
            people.fixture.take(OCT_10, List.of(customer("C-1", "Acme", "DE11")),
                    List.of(invoice("INV-1001", "C-1", OCT_1, "100.00")),
                    List.of(receipt("P-1", OCT_10, "100.00", "Acme", "DE11", "INV-1001"),
                            receipt("P-2", OCT_20, Money.of("EUR", "-100.00"), "Acme", "DE11", "RETURN", "P-1")));
            reconcile(people);
            assertThat(kpis(people, OCT_25, Optional.empty())).containsExactly(
                    "main 2026-10 EUR APPLIED quoted-exact 1 0.5000 100.00 0.5000 0 0",
                    "main 2026-10 EUR APPLIED return 1 0.5000 100.00 0.5000 0 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void financeReadsThemByCurrency(TestDatabase kind) {
        try (People people = new People(kind)) {
            records(people);
            people.apply.unapply(anna(OCT_25), allocation(people, "P-1"));
            assertThat(new WorklistStore(people.fixture.ledger()).figures("main", OCT_1, OCT_25)).singleElement()
                    .hasToString("RuleFigures[payments=5, amount=EUR 300.00, applied=2, appliedAmount=EUR 150.00, proposed=0, "
                            + "deferred=2, takenBack=1, byRule=[RuleUse[rule=quoted-exact, payments=2, lines=2, amount=EUR "
                            + "150.00, takenBack=1]]]");
            assertThat(new WorklistStore(people.fixture.ledger()).figures("main", OCT_10, OCT_25).get(0).payments())
                    .isEqualTo(4);
            assertThat(new WorklistStore(people.fixture.ledger()).figures("other", OCT_1, OCT_25)).isEmpty();
        }
    }

    /** Two applied by a rule, two deferred of which a person applied one, and two that nobody looked at. */
    private static void records(People people) {
        people.fixture.take(OCT_10, List.of(customer("C-1", "Acme", "DE11")),
                List.of(invoice("INV-1001", "C-1", OCT_1, "100.00"), invoice("INV-1002", "C-1", OCT_1, "50.00"),
                        invoice("INV-1003", "C-1", OCT_1, "777.00")),
                List.of(receipt("P-1", OCT_1.plusDays(2), "100.00", "Acme", "DE11", "INV-1001"),
                        receipt("P-2", OCT_10, "50.00", "Acme", "DE11", "INV-1002"),
                        receipt("P-3", OCT_10, "70.00", "somebody", "", "?"),
                        receipt("P-4", OCT_10, "60.00", "nobody", "", "?")));
        reconcile(people);
        people.apply.apply(anna(OCT_20), "P-3", "INV-1003", eur("70"));
        people.fixture.take(OCT_20, List.of(), List.of(), List.of(receipt("P-5", OCT_20, "20.00", "new", "", "?"),
                receipt("P-6", NOV_2, "10.00", "new", "", "?")));
    }

    private static void reconcile(People people) {
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            new ReconciliationJob(leases, new ReconciliationStore(people.fixture.ledger()), people.companies,
                    MatchingPolicy.shipped()).run(OCT_20);
        }
    }

    private static String allocation(People people, String payment) {
        return "A-" + Rows.texts(people.database, "SELECT a.allocation_id FROM allocation a JOIN receipt r"
                + " ON r.receipt_id = a.receipt_id WHERE r.payment_id = '" + payment + "'").get(0);
    }

    private static List<String> kpis(People people, LocalDate day, Optional<Instant> knownAt) {
        return new ExportJob(people.fixture.ledger(), () -> AgingBuckets.USUAL)
                .rows(new ExportQuestion(ExportKind.KPIS, day, knownAt, "", ExportFormat.CSV)).stream()
                .map(row -> String.join(" ", row.values())).toList();
    }
}
