package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.anna;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.dunning.Dispute;
import org.saldo.job.ExplainJob;
import org.saldo.job.ExportJob;
import org.saldo.job.People;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.Standings;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;

/** What a payer keeps back under a code becomes a dispute by itself where the policy says so, once. */
class DeductionDisputesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final CustomerId C_1 = new CustomerId("main", "C-1");

    @ParameterizedTest
    @EnumSource
    void aDeductionOpensOneDisputeWithAnOwnerAndADayOfAnswer(TestDatabase kind) {
        try (People people = new People(kind)) {
            deduct(people, "Preisdifferenz", "Skonto");
            reconcile(people, DAY);
            reconcile(people, DAY.plusDays(1));
            assertThat(list(people)).containsExactly("main,INV-1,C-1,P-1,EUR,50.00,50.00,PRICE,sales compares it with the order,"
                    + "2026-03-20", "main,INV-2,C-1,P-1,EUR,10.00,10.00,DISC_UNEARNED,\"ask for it, or give it all the same\","
                    + "2026-03-20");
            assertThat(Standings.of(people.database, C_1, DAY).disputes()).singleElement().satisfies(dispute -> {
                assertThat(dispute.amount()).isEqualTo(Money.of("EUR", "50.00"));
                assertThat(dispute.code()).isEqualTo(DifferenceCode.PRICE);
                assertThat(dispute.owner()).isEqualTo("finance");
                assertThat(dispute.respondBy()).isEqualTo(LocalDate.of(2026, 4, 7));
            });
            assertThat(new ExplainJob(people.fixture.ledger(), people.companies).explain("INV-1"))
                    .contains("by: rules", "deducted from P-1: another price than agreed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonHasEndedIsNotOpenedAgainAndWhatWasTakenBackLeavesNothingOpen(TestDatabase kind) {
        try (People people = new People(kind)) {
            deduct(people, "Preisdifferenz", "Skonto");
            reconcile(people, DAY);
            String id = Standings.of(people.database, C_1, DAY).disputes().get(0).label();
            people.jobs.dispute().end(anna(DAY), id, "for-us");
            reconcile(people, DAY);
            assertThat(Standings.of(people.database, C_1, DAY).disputes()).noneMatch(Dispute::isOpen);
            new DunningBooks(people.database, people.fixture.ledger()).rows("SELECT allocation_id FROM allocation ORDER BY 1")
                    .forEach(row -> people.apply.unapply(anna(DAY), "A-" + row.get("allocation_id")));
            assertThat(list(people)).isEmpty();
        }
    }

    private static void deduct(People people, String first, String second) {
        people.fixture.take(DAY, List.of(LedgerFixture.customer("C-1", "Acme", "DE01")),
                List.of(LedgerFixture.invoice("INV-1", "C-1", LocalDate.of(2026, 1, 1), "1000.00"),
                        LedgerFixture.invoice("INV-2", "C-1", LocalDate.of(2026, 1, 1), "500.00")),
                List.of(LedgerFixture.receipt("P-1", DAY.withDayOfMonth(20), "1440.00", "ACME", "DE01", "as advised")));
        people.fixture.advice(DAY, line("INV-1", "950.00", "50.00", first), line("INV-2", "490.00", "10.00", second));
    }

    private static RemittanceLine line(String document, String amount, String kept, String reason) {
        return new RemittanceLine("main", "A-1", C_1, DAY.withDayOfMonth(20), document, Money.of("EUR", amount),
                Optional.of(Money.of("EUR", kept)), reason, "");
    }

    private static void reconcile(People people, LocalDate day) {
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            new ReconciliationJob(leases, new ReconciliationStore(people.fixture.ledger()), people.companies,
                    MatchingPolicy.shipped(), Optional.of(new DeductionDisputes(people.fixture.ledger(), people.companies,
                    People.DISPUTES.get()))).run(day);
        }
    }

    private static List<String> list(People people) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportJob(people.fixture.ledger(), () -> AgingBuckets.USUAL).export(
                new ExportQuestion(ExportKind.DIFFERENCES, DAY, Optional.empty(), "", ExportFormat.CSV), out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
