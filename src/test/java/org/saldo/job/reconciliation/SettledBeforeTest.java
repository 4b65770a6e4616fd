package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.anna;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.ExplainJob;
import org.saldo.job.People;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Receipt;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;

/** What became of a document before its payment: a duplicate is only what cash has paid, and nothing disputed is given up. */
class SettledBeforeTest {

    @ParameterizedTest
    @EnumSource
    void onlyWhatCashHasPaidWasAlreadyPaid(TestDatabase kind) {
        try (People people = new People(kind)) {
            people.fixture.take(OCT_10, List.of(LedgerFixture.customer("C-1", "Acme", "DE01")), List.of(
                    LedgerFixture.invoice("INV-0001", "C-1", OCT_1, "100.00"),
                    LedgerFixture.invoice("INV-0002", "C-1", OCT_1, "200.00"),
                    LedgerFixture.invoice("INV-0003", "C-1", OCT_1, "300.00"),
                    LedgerFixture.invoice("INV-0004", "C-1", OCT_1, "400.00"),
                    LedgerFixture.invoice("INV-0005", "C-1", OCT_1, "500.00")), List.of(pays("P-3", "300.00", "INV-0003")));
            people.apply.writeOff(anna(OCT_10), "INV-0001", People.eur("100.00"));
            people.apply.voidDocument(anna(OCT_10), "INV-0002");
            reconcile(people);
            people.fixture.take(OCT_20, List.of(), List.of(), List.of(pays("P-11", "100.00", "INV-0001"),
                    pays("P-12", "200.00", "INV-0002"), pays("P-13", "300.00", "INV-0003"),
                    pays("P-14", "500.00", "INV-0005"), pays("P-15", "500.00", "INV-0005")));
            reconcile(people);
            assertThat(explained(people, "P-11")).contains("nothing is open on what is quoted", "INV-0001 was written off");
            assertThat(explained(people, "P-12")).contains("nothing is open on what is quoted",
                    "INV-0002 was cancelled on 2026-10-10");
            assertThat(explained(people, "P-13")).contains("already paid with this amount",
                    "; INV-0003 was paid on 2026-10-10 with payment P-3 of EUR 300.00");
            assertThat(explained(people, "P-15")).contains("; INV-0005 was paid on 2026-10-10 with payment P-14 of EUR 500.00");
            assertThat(reconcile(people)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfWhatIsDisputedIsGivenUp(TestDatabase kind) {
        try (People people = new People(kind)) {
            people.fixture.take(OCT_10, List.of(LedgerFixture.customer("C-1", "Acme", "DE01")), List.of(
                    LedgerFixture.invoice("INV-0001", "C-1", OCT_1, "1000.00"),
                    LedgerFixture.invoice("INV-0002", "C-1", OCT_1, "2000.00")),
                    List.of(pays("P-1", "999.00", "INV-0001"), pays("P-2", "1999.00", "INV-0002")));
            Instruction.Terms price = new Instruction.Terms("PRICE", "bernd", "", "");
            people.jobs.dispute().open(anna(OCT_10), "INV-0001", Optional.empty(), price);
            String ended = people.jobs.dispute().open(anna(OCT_10), "INV-0002", Optional.empty(), price).text();
            people.jobs.dispute().end(anna(OCT_10), ended.substring(0, ended.indexOf(':')), "for-us");
            reconcile(people);
            assertThat(people.open()).containsEntry("INV-0001", "C-1 1.0000").doesNotContainKey("INV-0002");
            assertThat(explained(people, "P-1")).contains("or it is disputed");
        }
    }

    private static Receipt pays(String id, String amount, String document) {
        return LedgerFixture.receipt(id, OCT_10, amount, "ACME", "DE01", document);
    }

    private static String explained(People people, String id) {
        return new ExplainJob(people.fixture.ledger(), people.companies).explain(id);
    }

    private static long reconcile(People people) {
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            return new ReconciliationJob(leases, new ReconciliationStore(people.fixture.ledger()), people.companies,
                    MatchingPolicy.shipped()).run(OCT_20).written();
        }
    }
}
