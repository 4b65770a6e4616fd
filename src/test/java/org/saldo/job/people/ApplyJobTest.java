package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.People;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.LedgerFixture;
import org.saldo.store.OpenState;
import org.saldo.store.TestDatabase;

/** What a person may settle by hand, what the books refuse, and that each step can be taken back. */
class ApplyJobTest {

    @ParameterizedTest
    @EnumSource
    void applyingIdentifiesThePaymentAndLowersBothSides(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Decided decided = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("70"));
            assertThat(decided.text()).contains("EUR 30.00 open", "EUR 50.00 unapplied");
            assertThat(people.open()).containsEntry("INV-1", "C-1 30.0000").containsEntry("P-1", "C-1 50.0000")
                    .isEqualTo(people.openFromRows());
            people.apply.apply(anna(OCT_20), "P-1", "INV-2", eur("50"));
            assertThat(people.open()).doesNotContainKeys("P-1", "INV-2").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_10)).isEqualByComparingTo("30");
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverMoreThanIsOpenOrUnapplied(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            assertThatThrownBy(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100.01")))
                    .isInstanceOf(Refused.class).hasMessageContaining("more than what is open: EUR 100.00");
            assertThatThrownBy(() -> people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("60.01")))
                    .hasMessageContaining("more than what is unapplied: EUR 60.00");
            assertThatThrownBy(() -> people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("0")))
                    .hasMessageContaining("must be more than 0");
            assertThatThrownBy(() -> people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("1.005")))
                    .hasMessageContaining("more decimals than EUR");
            assertThatThrownBy(() -> people.apply.writeOff(anna(OCT_20), "INV-1", eur("100.01")))
                    .hasMessageContaining("more than what is open: EUR 100.00");
            assertThat(people.open()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoingRestoresWhatWasOpenAndWhose(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            Decided first = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            Map<String, String> between = people.open();
            Decided second = people.apply.apply(anna(OCT_20), "P-1", "INV-2", eur("20"));
            people.apply.unapply(anna(OCT_25), second.id());
            assertThat(people.open()).isEqualTo(between).isEqualTo(people.openFromRows());
            people.apply.unapply(anna(OCT_25), first.id());
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_25)).isEqualByComparingTo("150");
            assertThatThrownBy(() -> people.apply.unapply(anna(OCT_25), first.id())).hasMessageContaining("taken back already");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderInWhichIsUndoneDoesNotDecideWhoseTheMoneyIs(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            Decided first = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            Decided second = people.apply.apply(anna(OCT_20), "P-1", "INV-2", eur("20"));
            people.apply.unapply(anna(OCT_25), first.id());
            assertThat(people.open()).containsEntry("P-1", "C-1 100.0000");
            people.apply.unapply(anna(OCT_25), second.id());
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonHasSaidBesideStaysWhenTheLastAllocationIsUndone(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Decided first = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            people.assign.leaveOnAccount(anna(OCT_20), "P-1");
            assertThat(people.worklist(OCT_25)).doesNotContainKey("P-1");
            people.apply.unapply(anna(OCT_25), first.id());
            assertThat(people.open()).containsEntry("P-1", "C-1 120.0000").isEqualTo(people.openFromRows());
            assertThat(people.worklist(OCT_25)).as("only 20.00 were to stay on account").containsEntry("P-1", "EUR 120.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cashFreedByACorrectionIsNotUsedTwiceAsOfAnyDay(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Decided wrong = people.apply.apply(anna(OCT_10), "P-1", "INV-1", eur("100"));
            people.apply.unapply(anna(OCT_20), wrong.id());
            people.apply.apply(anna(OCT_25), "P-1", "INV-3", eur("80"));
            people.apply.apply(anna(OCT_25), "P-2", "INV-1", eur("60"));
            for (int day = 1; day <= 31; day++) {
                assertThat(OpenState.overusedAsOf(people.database, OCT_1.withDayOfMonth(day))).as("October %s", day).isZero();
            }
            assertThat(people.balance("C-1", OCT_10)).isEqualByComparingTo("-30");
            assertThat(people.balance("C-2", OCT_25)).isEqualByComparingTo("-40");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentOfOneCustomerMaySettleAnothersDocument(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.assign.assign(anna(OCT_20), "P-1", "C-1", false);
            people.apply.apply(anna(OCT_20), "P-1", "INV-3", eur("80"));
            assertThat(people.open()).containsEntry("P-1", "C-1 40.0000").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("110");
            assertThat(people.balance("C-2", OCT_20)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void writeOffAndVoidAreTakenBackExactly(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            Decided written = people.apply.writeOff(anna(OCT_20), "INV-1", eur("0.50"));
            assertThat(people.open()).containsEntry("INV-1", "C-1 99.5000");
            assertThatThrownBy(() -> people.apply.voidDocument(anna(OCT_20), "INV-1")).hasMessageContaining(written.id());
            people.apply.unapply(anna(OCT_20), written.id());
            people.apply.voidDocument(anna(OCT_20), "INV-1");
            assertThat(people.open()).doesNotContainKey("INV-1").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("50");
            assertThatThrownBy(() -> people.apply.voidDocument(anna(OCT_20), "INV-1")).hasMessageContaining("void already");
            assertThatThrownBy(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("1"))).hasMessageContaining("is void");
            people.apply.undoVoid(anna(OCT_25), "INV-1");
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_25)).isEqualByComparingTo("150");
            assertThatThrownBy(() -> people.apply.undoVoid(anna(OCT_25), "INV-1")).hasMessageContaining("is not void");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotBelongTogetherIsRefused(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(
                            LedgerFixture.document(DocumentType.INVOICE, "INV-USD", "C-1", OCT_1, Money.of("USD", "10.00")),
                            LedgerFixture.creditNote("CN-1", "C-1", OCT_1, "10.00"),
                            LedgerFixture.invoice("INV-W", "C-UNKNOWN", OCT_1, "10.00")),
                    List.of(LedgerFixture.receipt("P-OUT", OCT_10, "-5.00", "X", "", "")));
            assertRefused(people, "P-1", "INV-USD", "say what it settles and what that takes of the payment");
            assertRefused(people, "P-1", "CN-1", "a credit note is not paid");
            assertRefused(people, "P-1", "INV-W", "waits for its customer C-UNKNOWN");
            assertRefused(people, "P-OUT", "INV-1", "money out");
            assertRefused(people, "P-9", "INV-1", "payment P-9: is not known");
            assertRefused(people, "P-1", "INV-9", "document INV-9: is not known");
            people.assign.ignore(anna(OCT_20), "P-1");
            assertRefused(people, "P-1", "INV-1", "saldo assign P-1 C-1");
            assertThatThrownBy(() -> people.apply.unapply(anna(OCT_20), "A-5")).hasMessageContaining("A-5: is not known");
            assertThatThrownBy(() -> people.apply.unapply(anna(OCT_20), "five")).hasMessageContaining("look like A-1017");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAmbiguousNameIsRefusedAndCanBeMadeClear(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(LedgerFixture.creditNote("INV-1", "C-1", OCT_1, "10.00")), List.of());
            assertRefused(people, "P-1", "INV-1", "CREDIT_NOTE:INV-1/1");
            people.apply.apply(anna(OCT_20), "P-1", "INVOICE:INV-1", eur("10"));
            people.apply.apply(anna(OCT_20), "P-1@" + LedgerFixture.ACCOUNT, "INVOICE:INV-1/1", eur("10"));
            assertThat(people.openFromRows()).containsEntry("P-1", "C-1 100.0000");
            assertThatThrownBy(() -> people.apply.apply(new Decider("anna", "why", OCT_20, "other"), "P-1", "INV-2", eur("1")))
                    .hasMessageContaining("not known in company other");
        }
    }

    private static void assertRefused(People people, String payment, String document, String message) {
        Map<String, String> before = people.open();
        assertThatThrownBy(() -> people.apply.apply(anna(OCT_20), payment, document, eur("1.00")))
                .isInstanceOf(Refused.class).hasMessageContaining(message);
        assertThat(people.open()).isEqualTo(before);
    }
}
