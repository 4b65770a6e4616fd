package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.People;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;

/** What one payment may settle at once: cash, discounts, credit notes, and never more than the books hold. */
class SettlementTest {

    @ParameterizedTest
    @EnumSource
    void cashAndWhatGoesWithItIsOneSettlementThatCanBeTakenBack(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            Decided done = people.apply.settle(anna(OCT_20), "P-1",
                    "INV-1 98.00 + INV-1 2.00 CASH_DISCOUNT; INV-2 20.00\nINV-2 5,50 BANK_CHARGE");
            assertThat(done.text()).contains("INV-1 98.00 + INV-1 2.00 CASH_DISCOUNT", "the payment has EUR 2.00 unapplied");
            assertThat(people.open()).containsEntry("INV-2", "C-1 24.5000").containsEntry("P-1", "C-1 2.0000")
                    .doesNotContainKey("INV-1").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_10)).isEqualByComparingTo("22.50");
            for (String id : done.text().substring(0, done.text().indexOf(':')).split(", ")) {
                people.apply.unapply(anna(OCT_25), id);
            }
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void takingTheCashBackNamesTheDiscountThatStaysOrTakesItBackAsWell(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            String ids = people.apply.settle(anna(OCT_20), "P-1", "INV-1 98.00 + INV-1 2.00 CASH_DISCOUNT").text();
            String[] id = ids.substring(0, ids.indexOf(':')).split(", ");
            assertThat(people.apply.unapply(anna(OCT_25), id[0]).text()).contains("there stays in force " + id[1]
                    + " (CASH_DISCOUNT, EUR 2.00)");
            people.apply.unapply(anna(OCT_25), id[1]);
            Decided again = people.apply.settle(anna(OCT_25), "P-1", "INV-1 98.00 + INV-1 2.00 CASH_DISCOUNT");
            assertThat(people.apply.unapplyAll(anna(OCT_25), again.id()).text()).contains("PAYMENT", "CASH_DISCOUNT");
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonLeavesOpenHasItsCode(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            assertThat(people.apply.settle(anna(OCT_20), "P-1", "INV-1 90.00 PRICE; INV-2 30.00 REST BANK_CHARGE").text())
                    .contains("EUR 10.00 of INV-1 stay open (PRICE)", "EUR 20.00 of INV-2 stay open (BANK_CHARGE)");
            assertThat(differences(people)).containsExactlyInAnyOrder("10.00 PRICE", "20.00 BANK_CHARGE");
            assertRefused(people, "INV-3 60.00 REST NONSENSE", "NONSENSE is no code of what stays open");
            assertRefused(people, "INV-2 20.00 PRICE", "nothing of it stays open that could be PRICE");
        }
    }

    private static List<String> differences(People people) {
        return people.database.jdbi().withHandle(handle -> handle.createQuery("SELECT amount, code FROM item_difference")
                .map((row, context) -> row.getBigDecimal(1).setScale(2) + " " + row.getString(2)).list());
    }

    @ParameterizedTest
    @EnumSource
    void aProposalThatWasSeenBeforeALaterDecisionIsNotAccepted(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Instruction stale = Instruction.accept("P-2", 1, "D-1");
            people.assign.assign(anna(OCT_20), "P-2", "C-2", false);
            Map<String, String> before = people.open();
            assertThatThrownBy(() -> people.apply.accept(anna(OCT_25), stale)).isInstanceOf(Refused.class)
                    .hasMessageContaining("P-2: was decided on since D-1 was seen (now D-");
            assertThat(people.open()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreditNoteIsNettedWithTheInvoiceBesideIt(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(LedgerFixture.creditNote("CN-1", "C-1", OCT_1, "30.00"),
                    LedgerFixture.creditNote("CN-2", "C-1", OCT_1, "10.00")), List.of());
            people.apply.settle(anna(OCT_20), "P-1", "INV-1 70.00 + CN-1 30.00 CREDIT_NOTE");
            assertThat(people.open()).doesNotContainKeys("INV-1", "CN-1").containsEntry("P-1", "C-1 50.0000")
                    .isEqualTo(people.openFromRows());
            people.apply.settle(anna(OCT_20), "P-1", "INV-2 50.00 + CN-2 -10.00 CREDIT_NOTE");
            assertThat(people.open()).doesNotContainKeys("INV-2", "CN-2").containsEntry("P-1", "C-1 10.0000")
                    .isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("-10");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreditNoteLargerThanTheFirstInvoiceIsNettedWithTheNext(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(LedgerFixture.creditNote("CN-1", "C-1", OCT_1, "130.00")), List.of());
            people.apply.settle(anna(OCT_20), "P-1", "INV-1 100.00 + INV-2 50.00 + CN-1 -130.00 CREDIT_NOTE");
            assertThat(people.open()).doesNotContainKeys("INV-1", "INV-2", "CN-1").containsEntry("P-1", "C-1 100.0000")
                    .isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProposalThatNamesTheInvoiceTakesTheOnlyCreditNoteItCanMean(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(LedgerFixture.creditNote("CN-1", "C-1", OCT_1, "30.00"),
                    LedgerFixture.creditNote("CN-2", "C-1", OCT_1, "10.00")), List.of());
            people.apply.accept(anna(OCT_20), Instruction.accept("P-1", 1, "")
                    .withDocuments("INV-1 30.00 CREDIT_NOTE + INV-1 70.00"));
            assertThat(people.open()).doesNotContainKeys("INV-1", "CN-1").containsKey("CN-2")
                    .isEqualTo(people.openFromRows());
            assertRefused(people, "INV-3 5.00 CREDIT_NOTE + INV-3 50.00", "its customer has no open credit note");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAmountAsMuchAsFitsIsMeant(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.apply.settle(anna(OCT_20), "P-1", "INV-1; INV-2");
            assertThat(people.open()).doesNotContainKeys("INV-1", "P-1").containsEntry("INV-2", "C-1 30.0000");
            assertRefused(people, "INV-2 1.00 + INV-9", "document INV-9: is not known");
            assertRefused(people, "INV-3 50.00 + INV-3 40.00", "more than what is open: EUR 30.00");
            assertRefused(people, "INV-3 60.00 + INV-2 1.00", "EUR 61.00 is more than what is unapplied: EUR 60.00");
            assertRefused(people, "INV-3 1.00 REFUND", "REFUND cannot be given by hand");
            assertRefused(people, " ; ", "none is named");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGivenUpBesideCashTakesTheRightToGiveItUp(TestDatabase kind) {
        Authority clerk = new Authority("authority.yaml", List.of(new Authority.Grant("anna",
                EnumSet.of(PersonAction.APPLY), Optional.empty())));
        try (People people = new People(kind, clerk).withRecords()) {
            assertRefused(people, "INV-3 59.00 + INV-3 1.00 WRITE_OFF", "'anna' may not write-off");
            assertRefused(people, "INV-3 59.00 + INV-3 1.00 CASH_DISCOUNT", "'anna' may not write-off");
            assertThatThrownBy(() -> people.apply.accept(anna(OCT_20), Instruction.accept("P-2", 1, "")))
                    .hasMessageContaining("has no proposal 1 now");
            people.apply.accept(anna(OCT_20), Instruction.accept("P-2", 1, "")
                    .withDocuments("INV-3 59.00 + INV-3 1.00 CASH_DISCOUNT"));
            assertThat(people.open()).containsEntry("INV-3", "C-2 20.0000").isEqualTo(people.openFromRows());
            assertThatThrownBy(() -> people.apply.writeOff(anna(OCT_20), "INV-3", eur("1"))).isInstanceOf(Refused.class);
        }
    }

    private static void assertRefused(People people, String documents, String message) {
        Map<String, String> before = people.open();
        assertThatThrownBy(() -> people.apply.settle(anna(OCT_20), "P-2", documents))
                .isInstanceOf(Refused.class).hasMessageContaining(message);
        assertThat(people.open()).isEqualTo(before);
    }
}
