package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.ExplainJob;
import org.saldo.job.People;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.exclusion.DifferenceRows;
import org.saldo.store.reconciliation.ReconciliationStore;

/** Money that goes back: a person links it with the payment that it took back, whole or in part, and takes the link back. */
class RefundJobTest {

    private static final LocalDate OCT_15 = LocalDate.of(2026, 10, 15);

    @ParameterizedTest
    @EnumSource
    void aReturnWithAFeeOpensWhatThePaymentHadSettledAndTheFeeStaysOnIt(TestDatabase kind) {
        try (People people = with(kind, People.ALL, "R-1", "-123.50")) {
            people.apply.settle(anna(OCT_10), "P-1", "INV-1 98.00 + INV-1 2.00 CASH_DISCOUNT + INV-2 22.00");
            assertThat(people.open()).doesNotContainKeys("P-1", "INV-1");
            Decided done = refund(people, "P-1", "R-1", Optional.empty());
            assertThat(done.text()).contains("EUR 120.00 of P-1 went back with R-1", "open again: INV-1, INV-2",
                    "EUR 3.50 stay on R-1 (BANK_CHARGE)");
            assertThat(people.open()).containsEntry("INV-1", "C-1 100.0000").containsEntry("INV-2", "C-1 50.0000")
                    .containsEntry("R-1", "C-1 -3.5000").doesNotContainKey("P-1").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_15)).isEqualByComparingTo("153.50");
            assertThat(people.balance("C-1", OCT_10)).isEqualByComparingTo("28.00");
            assertThat(people.apply.unapply(anna(OCT_25), done.id()).text()).contains("settled again: INV-1, INV-2");
            assertThat(people.open()).containsEntry("INV-2", "C-1 28.0000").containsEntry("R-1", "null -123.5000")
                    .doesNotContainKeys("P-1", "INV-1").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_25)).isEqualByComparingTo("28.00");
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("153.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSettledOtherwiseMeanwhileIsNotSettledTwice(TestDatabase kind) {
        try (People people = with(kind, People.ALL, "R-1", "-120.00")) {
            people.apply.settle(anna(OCT_10), "P-1", "INV-1 98.00 + INV-1 2.00 CASH_DISCOUNT + INV-2 22.00");
            Decided done = refund(people, "P-1", "R-1", Optional.empty());
            people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("60.00"));
            assertThat(people.apply.unapply(anna(OCT_25), done.id()).text()).contains("; settled again: INV-2;",
                    "settled otherwise meanwhile: INV-1, so EUR 98.00 of the payment wait for a person");
            assertThat(people.open()).containsEntry("INV-1", "C-1 40.0000").containsEntry("INV-2", "C-1 28.0000")
                    .containsEntry("P-1", "C-1 98.0000").isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasToStayOnAccountHoldsOnlyForItsRest(TestDatabase kind) {
        try (People people = with(kind, People.ALL, "R-1", "-120.00")) {
            people.apply.settle(anna(OCT_10), "P-1", "INV-1 98.00 + INV-2 12.00");
            people.assign.leaveOnAccount(anna(OCT_10), "P-1");
            Decided first = refund(people, "P-1", "R-1", Optional.empty());
            people.apply.unapply(anna(OCT_20), first.id());
            assertThat(people.worklist(OCT_25)).as("as before it went back: 10.00 on account").doesNotContainKey("P-1");
            Decided again = refund(people, "P-1", "R-1", Optional.empty());
            people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("60.00"));
            people.apply.unapply(anna(OCT_25), again.id());
            assertThat(people.open()).containsEntry("P-1", "C-1 108.0000").isEqualTo(people.openFromRows());
            assertThat(people.worklist(OCT_25)).containsEntry("P-1", "EUR 108.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReturnByRuleIsTakenBackWithCreditNotesAndWhatWasLeftOpen(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(LedgerFixture.creditNote("CN-1", "C-1", OCT_1, "30.00")), List.of());
            people.apply.settle(anna(OCT_10), "P-1", "INV-1 70.00 + CN-1 30.00 CREDIT_NOTE + INV-2 40.00 PRICE");
            reconcile(people);
            Map<String, String> before = people.open();
            people.fixture.take(OCT_15, List.of(), List.of(), List.of(LedgerFixture.receipt("R-1", OCT_15,
                    Money.of("EUR", "-120.00"), "ACME", "", "RETURN", "P-1")));
            reconcile(people);
            assertThat(people.open()).containsEntry("INV-1", "C-1 100.0000").containsEntry("CN-1", "C-1 30.0000")
                    .containsEntry("INV-2", "C-1 50.0000").doesNotContainKeys("P-1", "R-1");
            assertThat(differences(people)).isEmpty();
            String refund = people.database.jdbi().withHandle(handle -> handle.createQuery(
                    "SELECT allocation_id FROM allocation WHERE kind = 'REFUND'").mapTo(String.class).one());
            people.apply.unapply(anna(OCT_25), "A-" + refund);
            assertThat(people.open()).containsAllEntriesOf(before).containsKey("R-1").hasSize(before.size() + 1)
                    .isEqualTo(people.openFromRows());
            assertThat(differences(people)).containsExactly("EUR 10.00 PRICE");
            Map<String, String> after = people.open();
            reconcile(people);
            assertThat(people.open()).as("no rule takes it back again").isEqualTo(after);
            assertThat(new ExplainJob(people.fixture.ledger(), people.companies).explain("P-1"))
                    .contains("why: a person has said that it did not go back", "because: settles again what A-");
        }
    }

    private static void reconcile(People people) {
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            new ReconciliationJob(leases, new ReconciliationStore(people.fixture.ledger()), people.companies,
                    MatchingPolicy.shipped()).run(OCT_20);
        }
    }

    private static List<String> differences(People people) {
        return DifferenceRows.undisputed(people.fixture.ledger(), "main", EnumSet.allOf(DifferenceCode.class)).stream()
                .map(row -> row.amount() + " " + row.code()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCompanySendsBackUsesUpWhatIsUnappliedAndNothingElse(TestDatabase kind) {
        try (People people = with(kind, People.ALL, "R-1", "-20.00")) {
            people.apply.apply(anna(OCT_10), "P-1", "INV-1", eur("100.00"));
            assertThat(refund(people, "R-1", "P-1", Optional.of("20.00")).text()).doesNotContain("open again", "stay on");
            assertThat(people.open()).doesNotContainKeys("P-1", "R-1", "INV-1").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("50.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotBelongTogetherIsRefused(TestDatabase kind) {
        try (People people = with(kind, People.ALL, "R-1", "-110.00")) {
            assertRefused(people, "P-1", "P-2", "both are money in");
            assertRefused(people, "P-1", "R-9", "payment R-9: is not known");
            people.apply.apply(anna(OCT_10), "P-1", "INV-1", eur("100.00"));
            assertRefused(people, "P-1", "R-1", "unapply first what is no longer paid");
            assertRefused(people, "P-2", "R-1 61.00", "EUR 60.00 of the payment can have come back");
            people.assign.ignore(anna(OCT_20), "R-1");
            assertRefused(people, "P-2", "R-1", "R-1 was declared not ours; first `saldo assign R-1 CUSTOMER`");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesBackNeedsTheRightsAndTheSecondPersonOfWhatItDoes(TestDatabase kind) {
        Authority rules = new Authority("authority.yaml", List.of(
                new Authority.Grant("anna", EnumSet.of(PersonAction.APPLY), Optional.empty()),
                new Authority.Grant("bernd", EnumSet.allOf(PersonAction.class), Optional.empty()),
                new Authority.Grant("carla", EnumSet.allOf(PersonAction.class), Optional.empty())),
                List.of(new Authority.FourEyes(Set.of(PersonAction.APPLY), Map.of(Currency.getInstance("EUR"),
                        Money.of("EUR", "100.00")), Set.of())), Map.of(), Optional.empty());
        try (People people = with(kind, rules, "R-1", "-120.00")) {
            people.apply.settle(new Decider("bernd", "as told", OCT_10, ""), "P-1", "INV-1 100.00");
            assertRefused(people, "P-1", "R-1", "'anna' may not unapply");
            Map<String, String> before = people.open();
            Decided waits = people.jobs.refund().refund(new Decider("bernd", "bank says so", OCT_20, ""),
                    Instruction.refund("P-1", "R-1", Optional.empty()));
            assertThat(waits.waits()).isTrue();
            assertThat(people.open()).isEqualTo(before);
            people.jobs.instructions().approve("carla", waits.id(), "seen", OCT_20);
            assertThat(people.open()).doesNotContainKeys("P-1", "R-1").containsEntry("INV-1", "C-1 100.0000")
                    .isEqualTo(people.openFromRows());
        }
    }

    private static People with(TestDatabase kind, Authority authority, String debit, String amount) {
        People people = new People(kind, authority).withRecords();
        people.fixture.take(OCT_15, List.of(), List.of(), List.of(LedgerFixture.receipt(debit, OCT_15, amount, "ACME", "",
                "EREF+E-4711 RETURN")));
        return people;
    }

    private static Decided refund(People people, String payment, String debit, Optional<String> amount) {
        return people.jobs.refund().refund(anna(OCT_20), Instruction.refund(payment, debit, amount.map(People::eur)));
    }

    private static void assertRefused(People people, String payment, String debit, String message) {
        Map<String, String> before = people.open();
        assertThatThrownBy(() -> refund(people, payment, debit, Optional.empty()))
                .isInstanceOf(Refused.class).hasMessageContaining(message);
        assertThat(people.open()).isEqualTo(before);
    }
}
