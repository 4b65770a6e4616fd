package org.saldo.store.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.money.Money;
import org.saldo.reconciliation.Rule;
import org.saldo.store.AllocationRow;
import org.saldo.store.DecisionRow;
import org.saldo.store.reconciliation.ReturnReader;

/** What has become of a receipt at some point of a replay: whose it is, what it has paid, and what is left. */
final class ReplayedState {

    Optional<String> customer = Optional.empty();
    boolean decided;
    /** A rule has applied it that gives way to what comes later, on this day; null for all else. */
    LocalDate provisionalSince;
    /** The rule that has applied it last. */
    Rule rule = Rule.NONE;
    Money unapplied;
    final List<ReturnReader.Paid> paid = new ArrayList<>(2);

    ReplayedState(Money amount) {
        this.unapplied = amount;
    }

    boolean isProvisionalSince(LocalDate day) {
        return provisionalSince != null && !provisionalSince.isBefore(day);
    }

    /**
     * Takes over what the ledger knew of the receipt before an instant.
     *
     * @param runs the business days on which rules have decided, by the instant since which it is known
     */
    void readAsOf(Instant start, Handle handle, long receipt, Map<Instant, LocalDate> runs) {
        List<DecisionRow> decisions = DecisionRow.ofReceipt(handle, receipt).stream()
                .filter(row -> row.knownAt().isBefore(start)).toList();
        if (!decisions.isEmpty()) {
            DecisionRow last = decisions.get(decisions.size() - 1);
            decided = true;
            customer = last.customer();
            rule = Rule.of(last.rule()).orElse(Rule.NONE);
            provisionalSince = Optional.of(rule).filter(Rule::givesWayToAdvice).map(any -> runs.get(last.knownAt())).orElse(null);
        }
        AllocationRow.ofReceipt(handle, receipt).stream().filter(row -> row.knownAt().isBefore(start))
                .forEach(row -> add(row, receipt));
    }

    private void add(AllocationRow row, long receipt) {
        Money used = row.counterReceiptId() == receipt ? row.cash().negated() : row.cash();
        unapplied = row.kind().usesCash() ? unapplied.minus(used) : unapplied;
        if (row.reverses() != 0) {
            paid.removeIf(one -> one.allocationId() == row.reverses());
        } else if (row.itemId() != 0) {
            paid.add(new ReturnReader.Paid(row.id(), row.kind(), row.itemId(),
                    row.counterItemId() == 0 ? null : row.counterItemId(), row.customer(), null, row.amount(),
                    row.kind().usesCash() ? row.cash() : Money.zero(unapplied.currency())));
        }
    }
}
