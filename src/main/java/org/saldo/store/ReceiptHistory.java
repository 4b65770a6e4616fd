package org.saldo.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One receipt with all rows that say whose it is and what is left of it, published ones only, and its projection. */
public final class ReceiptHistory {

    private final StoredRow receipt;
    private final List<StoredRow> decisions = new ArrayList<>(1);
    private final List<StoredRow> allocations = new ArrayList<>(1);
    private final List<StoredRow> refunds = new ArrayList<>(0);
    private StoredRow projection;

    ReceiptHistory(StoredRow receipt) {
        this.receipt = receipt;
    }

    void addDecision(StoredRow decision) {
        decisions.add(decision);
    }

    void addAllocation(StoredRow allocation) {
        allocations.add(allocation);
    }

    void addRefund(StoredRow allocation) {
        refunds.add(allocation);
    }

    void setProjection(StoredRow openReceipt) {
        projection = openReceipt;
    }

    public StoredRow receipt() {
        return receipt;
    }

    /** In the order in which they became known. */
    public List<StoredRow> decisions() {
        return decisions;
    }

    /** Allocations that name this receipt, reversals and those without cash among them. */
    public List<StoredRow> allocations() {
        return allocations;
    }

    /** Refunds that this receipt, a return or a transfer out, paid. */
    public List<StoredRow> refunds() {
        return refunds;
    }

    public Optional<StoredRow> projection() {
        return Optional.ofNullable(projection);
    }

    Optional<StoredRow> latestDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    /** The number of the customer whose it is; null while nobody's. */
    public String customer() {
        return latestDecision().map(decision -> decision.text("customer_id")).orElse(null);
    }

    public BigDecimal unapplied() {
        BigDecimal left = receipt.amount("amount");
        for (StoredRow allocation : allocations) {
            if (usesCash(allocation)) {
                left = left.subtract(Cash.of(allocation));
            }
        }
        for (StoredRow refund : refunds) {
            left = left.add(refund.amount("amount"));
        }
        return left;
    }

    /** The projection's columns after id and batch, as they follow from the rows. */
    public Object[] replayed() {
        return new Object[] {receipt.text("company"), customer(), receipt.text("currency"), unapplied(),
            latestDecision().map(StoredRow::id).orElse(null)};
    }

    public static boolean usesCash(StoredRow allocation) {
        return allocation.text("kind").equals("PAYMENT") || isRefund(allocation);
    }

    static boolean isRefund(StoredRow allocation) {
        return allocation.text("kind").equals("REFUND");
    }
}
