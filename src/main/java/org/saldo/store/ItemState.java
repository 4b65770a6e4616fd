package org.saldo.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentKey;
import org.saldo.money.Money;

/**
 * An item (a document or an instalment of one, in its latest version) with all that was decided about it, as read in one
 * transaction. Amounts are positive, also for a credit note. {@code waiting}: its customer is not known yet.
 */
public record ItemState(
        long id,
        DocumentKey key,
        int version,
        CustomerId customer,
        LocalDate issueDate,
        Money amount,
        Money openAtStart,
        String source,
        Money open,
        boolean waiting,
        List<Cancellation> cancellations,
        List<AllocationRow> allocations) {

    /** A void (or its reversal, which names what it {@code reverses}; 0 for none), effective on a day. */
    public record Cancellation(long id, LocalDate effectiveOn, long reverses, Money balanceEffect) {
    }

    public ItemState {
        cancellations = List.copyOf(cancellations);
        allocations = List.copyOf(allocations);
    }

    /** The void in force, if any. */
    public Optional<Cancellation> cancelled() {
        return cancellations.stream().filter(row -> row.reverses() == 0)
                .filter(row -> cancellations.stream().noneMatch(other -> other.reverses() == row.id())).findFirst();
    }

    public List<AllocationRow> activeAllocations() {
        return allocations.stream().filter(AllocationRow::isActive).toList();
    }

    /**
     * From when on what is open now has been open: the issue date, or the last day on which a reversal opened it again.
     * Settled from an earlier day it would be settled twice as of the days between.
     */
    public LocalDate openSince() {
        LocalDate reopened = cancellations.stream().map(Cancellation::effectiveOn).max(LocalDate::compareTo)
                .filter(issueDate::isBefore).orElse(issueDate);
        return Days.lastReversal(allocations).filter(reopened::isBefore).orElse(reopened);
    }
}
