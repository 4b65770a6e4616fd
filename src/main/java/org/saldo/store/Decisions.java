package org.saldo.store;

import java.util.Optional;
import org.saldo.ledger.Receipt;
import org.saldo.reconciliation.Verdict;

/** What becomes of the decisions of a {@link MatchingRun}: they are written to the ledger, or only looked at. */
interface Decisions {

    /** The payment that came back, as all decisions so far have left it; empty when it is not known. */
    Optional<ReturnReader.Original> original(Receipt returned);

    /**
     * A receipt is applied. The book is changed after this, not before.
     *
     * @param original the payment that came back, where the receipt is a return
     */
    void apply(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original);

    /** A receipt goes on waiting; it may have been told so before. */
    void leave(ReceiptRow row, Verdict verdict);

    /** Nothing more is decided. */
    void end();
}
