package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.reconciliation.Till.BOOKED;
import static org.saldo.reconciliation.Till.ISSUED;
import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts of all that is overdue. */
class AllOverdueTest {

    private final Till till = new Till();

    @BeforeEach
    void fourAreOverdueAndOneIsDueOnTheDay() {
        overdue("INV-1001", "411.13");
        overdue("INV-1002", "52.29");
        overdue("INV-1003", "977.71");
        overdue("INV-1004", "18.07");
        till.open("INV-1005", "300.00", ISSUED, BOOKED);
    }

    @Test
    void allThatIsOverdueIsOneAnswerWhenNothingElseFits() {
        assertApplied(till.receives("1459.20", "thank you"), Rule.ALL_OVERDUE, "INV-1001 411.13", "INV-1002 52.29",
                "INV-1003 977.71", "INV-1004 18.07");
        assertWaits(till.receives("1459.19", "thank you"), Outcome.DEFERRED, Reason.NOTHING_FITS);
    }

    @Test
    void amongManyItemsAlsoWhereSetsOfFourWouldNotBeProved() {
        for (int i = 0; i < 20; i++) {
            till.open("INV-20" + i, 2000 + i * i + ".0" + i % 7, ISSUED, BOOKED.plusDays(9));
        }
        assertApplied(till.receives("1459.20", ""), Rule.ALL_OVERDUE, "INV-1001 411.13", "INV-1002 52.29",
                "INV-1003 977.71", "INV-1004 18.07");
    }

    @Test
    void anotherItemOrSetOfTheAmountIsAnotherAnswer() {
        till.open("INV-1006", "1159.20", ISSUED, BOOKED.plusDays(9));
        Verdict verdict = till.receives("1459.20", "");
        assertWaits(verdict, Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
        assertThat(verdict.alternatives()).map(Alternative::toString)
                .contains("INV-1001 411.13 + INV-1002 52.29 + INV-1003 977.71 + INV-1004 18.07",
                        "INV-1005 300.00 + INV-1006 1159.20");
        till.items.remove(till.items.size() - 1);
        till.open("INV-1007", "1459.20", ISSUED, BOOKED.plusDays(9));
        assertWaits(till.receives("1459.20", ""), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @Test
    void whoeverIsNotSureOfThePayerOrTheTextAsks() {
        assertWaits(till.decide(Till.receipt("1459.20", "HANSA NORTE", "XX", "", "")), Outcome.PROPOSED,
                Reason.PAYER_UNCERTAIN);
        assertWaits(till.receives("1459.20", "invoice 4711"), Outcome.PROPOSED, Reason.UNKNOWN_NUMBER_QUOTED);
        assertWaits(till.receives("1459.20", "on account"), Outcome.DEFERRED, Reason.ON_ACCOUNT);
    }

    @Test
    void aCreditNoteMayBeMeantToo() {
        till.credit("CN-5001", "10.00");
        assertThat(till.receives("1459.20", "").rule()).isNotEqualTo(Rule.ALL_OVERDUE);
    }

    private void overdue(String number, String amount) {
        till.open(number, amount, ISSUED.minusDays(60), BOOKED.minusDays(1));
    }
}
