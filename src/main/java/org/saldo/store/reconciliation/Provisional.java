package org.saldo.store.reconciliation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Rule;
import org.saldo.reconciliation.Verdict;

/**
 * A receipt that a rule has applied, and what it settles, that gives way to what came in later: what only fitted to whatever
 * speaks to it, what explained a difference to an advice.
 */
public record Provisional(ReceiptRow row, ReturnReader.Original applied, Rule rule) {

    /** What one part of it settles, as it can be compared with what would be settled now. */
    private record Part(long item, Long counter, String kind, BigDecimal amount) {
    }

    /** Whether a verdict comes to the very same. */
    boolean isSettledAsIn(Verdict verdict) {
        Set<Part> now = verdict.parts().stream().map(part -> new Part(part.item().id(),
                part.counter().map(note -> note.id()).orElse(null), part.kind().name(), part.amount().toDecimal()))
                .collect(Collectors.toSet());
        Set<Part> before = applied.allocations().stream().map(paid -> new Part(paid.itemId(), paid.counterItemId(),
                paid.kind().name(), paid.amount().toDecimal())).collect(Collectors.toSet());
        return now.equals(before);
    }

    boolean settlesOneOf(Set<Long> items) {
        return applied.items().stream().anyMatch(items::contains);
    }

    /** What the verdict settles that this one has settled. */
    boolean isInTheWayOf(Verdict verdict) {
        Set<Long> mine = new HashSet<>(applied.items());
        return verdict.parts().stream().anyMatch(part -> mine.contains(part.item().id()));
    }

    void reopen(ItemBook book) {
        for (ReturnReader.Paid paid : applied.allocations()) {
            book.reopen(paid.itemId(), paid.amount());
            if (paid.counterItemId() != null) {
                book.reopen(paid.counterItemId(), paid.amount());
            }
        }
    }

    void settleAgain(ItemBook book) {
        for (ReturnReader.Paid paid : applied.allocations()) {
            book.settle(paid.itemId(), paid.amount());
            if (paid.counterItemId() != null) {
                book.settle(paid.counterItemId(), paid.amount());
            }
        }
    }
}
