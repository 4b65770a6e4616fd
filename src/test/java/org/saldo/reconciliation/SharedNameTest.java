package org.saldo.reconciliation;

import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;

import org.junit.jupiter.api.Test;

/** Documents that are known by one other name, such as their contract's number. */
class SharedNameTest {

    private static final String CONTRACT = "CON770077";

    private final Till till = new Till();

    @Test
    void theNameOfFewDocumentsIsAnAnswerWhereTheAmountTellsThemApart() {
        documents(3);
        assertApplied(settle("60.00", "contract CON-770077"), Rule.QUOTED_EXACT, "INV-30001 10.00", "INV-30002 20.00",
                "INV-30003 30.00");
    }

    @Test
    void theNameOfVeryManyNamesNoneOfThem() {
        documents(KeyIndex.MANY + 1);
        assertWaits(settle("60.00", "contract CON-770077"), Outcome.DEFERRED, Reason.TOO_MANY_OPEN_ITEMS);
        assertApplied(settle("70.00", "INV-30007, contract CON-770077"), Rule.QUOTED_EXACT, "INV-30007 70.00");
    }

    private void documents(int count) {
        for (int i = 1; i <= count; i++) {
            till.open("INV-" + (30_000 + i), i * 10 + ".00");
        }
    }

    private Verdict settle(String amount, String text) {
        ItemBook book = new ItemBook();
        till.items.forEach(book::add);
        till.items.forEach(item -> {
            book.name(CONTRACT, item.id());
            book.name(CONTRACT, item.id());
        });
        return new Matcher(till.policy, till.directory, book, till.givenUp)
                .decide(Till.receipt(amount, "", "DE11", text, ""), till.advices);
    }
}
