package org.saldo.reconciliation;

import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;

import org.junit.jupiter.api.Test;

/** Receipts that quote a purchase order instead of documents. */
class OrderQuotedTest {

    private static final String ORDER = "4500012345";

    private final Till till = new Till();

    @Test
    void allThatIsOpenUnderTheOrderIsSettled() {
        ordered("INV-1001", "100.00");
        ordered("INV-1002", "50.00");
        till.open("INV-1003", "70.00");
        assertApplied(till.receives("150.00", "PO 4500012345"), Rule.PURCHASE_ORDER, "INV-1001 100.00", "INV-1002 50.00");
        assertApplied(till.receives("150.00", "RNr 45000-12345"), Rule.PURCHASE_ORDER, "INV-1001 100.00", "INV-1002 50.00");
    }

    @Test
    void oneDocumentOfTheOrderIsSettledEvenWhereAnotherOneHasItsAmount() {
        ordered("INV-1001", "100.00");
        ordered("INV-1002", "50.00");
        till.open("INV-1003", "50.00");
        assertApplied(till.receives("50.00", "PO 4500012345"), Rule.PURCHASE_ORDER, "INV-1002 50.00");
        ordered("INV-1004", "50.00");
        assertWaits(till.receives("50.00", "PO 4500012345"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @Test
    void anotherSumAnotherPayerAndAnotherNumberAreLeftToAPerson() {
        ordered("INV-1001", "100.00");
        assertWaits(till.receives("99.00", "PO 4500012345"), Outcome.DEFERRED, Reason.NOTHING_FITS);
        assertWaits(till.receives("100.00", "DE22", "PO 4500012345"), Outcome.DEFERRED, Reason.NOTHING_FITS);
        assertWaits(till.receives("100.00", "PO 4500012345 INV-7001"), Outcome.PROPOSED, Reason.UNKNOWN_NUMBER_QUOTED);
        till.open("INV-1002", "40.00");
        ordered("INV-1003", "60.00");
        till.open("INV-1004", "160.00");
        assertWaits(till.receives("160.00", "PO 4500012345"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    private void ordered(String number, String amount) {
        till.orders.put(till.open(number, amount).id(), ORDER);
    }
}
