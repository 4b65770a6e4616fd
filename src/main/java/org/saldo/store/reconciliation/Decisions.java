package org.saldo.store.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Confirmation;
import org.saldo.reconciliation.LikelyReturn;
import org.saldo.reconciliation.Verdict;

/** What becomes of the decisions of a {@link MatchingRun}: they are written to the ledger, or only looked at. */
public interface Decisions {

    /** The payment that came back, as all decisions so far have left it; empty when it is not known. */
    Optional<ReturnReader.Original> original(Receipt returned);

    /** By the debit's id, the payments that debits which name none have probably taken back. */
    Map<Long, LikelyReturn> origins(List<ReceiptRow> debits);

    /**
     * Money that came in is applied. The book is changed after this, not before.
     *
     * @param confirmed what that says of the payer
     */
    void apply(ReceiptRow row, Verdict verdict, List<Confirmation> confirmed);

    /**
     * A return is applied. The book is changed after this, not before.
     *
     * @param original the payment that came back, where it is known
     */
    void applyReturn(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original);

    /** From now on something speaks for these customers that did not before: their open items must be in the book. */
    void learned(Set<String> customers);

    /** A receipt goes on waiting; it may have been told so before. */
    void leave(ReceiptRow row, Verdict verdict);

    /** The receipts that settle one of these items because they only fitted. */
    List<Provisional> provisionalOn(Set<Long> items);

    /**
     * The receipts of some customers that earlier runs have applied by their amount alone.
     *
     * @param amounts by customer, which amounts are asked about
     */
    List<Provisional> fittedBefore(Map<String, Set<Money>> amounts);

    /** By item, the payments that have paid it, also in this run; nothing where evidence is not kept. */
    default Map<Long, List<PaidBefore.Paid>> paidBefore(Set<Long> items) {
        return Map.of();
    }

    /**
     * What these receipts have settled is taken back, in the ledger and in the book; they are returned as they wait now.
     *
     * @param why by receipt, the decision about it: what it gives way to
     */
    List<ReceiptRow> takeBack(List<Provisional> receipts, Map<Long, Verdict> why);

    /** Nothing more is decided. */
    void end();
}
