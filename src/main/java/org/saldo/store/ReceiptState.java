package org.saldo.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/**
 * A receipt with all that was decided about it, as read in one transaction. {@code amount} and {@code unapplied} are
 * signed: negative is money out. {@code shownDecision} is what the projection names, 0 for none; a change succeeds only
 * while that and {@code unapplied} are still so.
 */
public record ReceiptState(
        long id,
        ReceiptKey key,
        LocalDate bookingDate,
        Money amount,
        String source,
        Money unapplied,
        long shownDecision,
        List<DecisionRow> decisions,
        List<AllocationRow> allocations) {

    public ReceiptState {
        decisions = List.copyOf(decisions);
        allocations = List.copyOf(allocations);
    }

    public String paymentId() {
        return key.paymentId();
    }

    public Optional<DecisionRow> lastDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    public Optional<String> customer() {
        return lastDecision().flatMap(DecisionRow::customer);
    }

    public String disposition() {
        return lastDecision().map(DecisionRow::disposition).orElse("");
    }

    /** Whether nobody has yet said whose the money is: a first identification counts from the booking date. */
    public boolean isNeverPlaced() {
        return decisions.stream().noneMatch(DecisionRow::places);
    }

    /** The allocations that use its cash now. */
    public List<AllocationRow> activeCash() {
        return allocations.stream().filter(row -> row.isActive() && row.kind().usesCash()).toList();
    }

    /** The sum of its cash that settles items now. */
    public Money applied() {
        return activeCash().stream().filter(row -> row.kind() == AllocationKind.PAYMENT).map(AllocationRow::cash)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    /** As {@link Days#freeSince}. */
    public LocalDate freeSince() {
        return Days.freeSince(bookingDate, decisions, allocations);
    }
}
