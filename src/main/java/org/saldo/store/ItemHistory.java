package org.saldo.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One item with all rows that say what is open of it, published ones only, and what its projection says. */
public final class ItemHistory {

    private static final String CREDIT_NOTE = "CREDIT_NOTE";

    private final StoredRow document;
    private final List<StoredRow> settled = new ArrayList<>(1);
    private final List<StoredRow> netted = new ArrayList<>(0);
    private final List<StoredRow> cancellations = new ArrayList<>(0);
    private StoredRow projection;

    public ItemHistory(StoredRow document) {
        this.document = document;
    }

    public void addSettled(StoredRow allocation) {
        settled.add(allocation);
    }

    void addNetted(StoredRow allocation) {
        netted.add(allocation);
    }

    public void addCancellation(StoredRow cancellation) {
        cancellations.add(cancellation);
    }

    void setProjection(StoredRow openItem) {
        projection = openItem;
    }

    public StoredRow document() {
        return document;
    }

    /** Allocations that settle this item, reversals among them. */
    public List<StoredRow> settled() {
        return settled;
    }

    /** Allocations that use up this credit note. */
    public List<StoredRow> netted() {
        return netted;
    }

    public List<StoredRow> cancellations() {
        return cancellations;
    }

    public Optional<StoredRow> projection() {
        return Optional.ofNullable(projection);
    }

    boolean isCredit() {
        return document.text("document_type").equals(CREDIT_NOTE);
    }

    public boolean isCancelled() {
        return cancellations.stream().mapToInt(row -> row.has("reverses") ? -1 : 1).sum() > 0;
    }

    /** What would be open if the item were not cancelled. */
    public BigDecimal left() {
        BigDecimal left = document.amount("open_at_start");
        for (StoredRow allocation : settled) {
            left = left.subtract(allocation.amount("amount"));
        }
        for (StoredRow allocation : netted) {
            left = left.subtract(allocation.amount("amount"));
        }
        return left;
    }

    public BigDecimal open() {
        return isCancelled() ? BigDecimal.ZERO : left();
    }

    /** {@code amount} with the sign that it has on the customer's account. */
    public BigDecimal signed(BigDecimal amount) {
        return isCredit() ? amount.negate() : amount;
    }

    /** The projection's columns after id and batch, as they follow from the rows. */
    public Object[] replayed() {
        return new Object[] {document.text("company"), document.text("customer_id"), document.text("currency"), isCredit(),
            open()};
    }

    static boolean netsCreditNote(StoredRow allocation) {
        return allocation.text("kind").equals(CREDIT_NOTE);
    }
}
