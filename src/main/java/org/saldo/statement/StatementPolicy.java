package org.saldo.statement;

import java.util.List;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;

/**
 * For which accounts a statement is made, and whether customers get theirs. {@code minimums} holds at most one amount a
 * currency: an account on which less is open, on either side, gets none.
 */
public record StatementPolicy(boolean sendToCustomers, boolean zeroBalances, List<Money> minimums, AgingBuckets aging) {

    public StatementPolicy {
        minimums = List.copyOf(minimums);
        if (minimums.stream().map(Money::currency).distinct().count() != minimums.size()) {
            throw new IllegalArgumentException("two minimums for one currency: " + minimums);
        }
        if (minimums.stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("a minimum must not be negative: " + minimums);
        }
    }

    /** Whether the statement says enough to be made. */
    public boolean wants(StatementOfAccount statement) {
        if (statement.isSettled() && !zeroBalances) {
            return false;
        }
        Money debits = statement.aging().notDue().plus(statement.aging().overdue());
        Money open = debits.max(statement.aging().credits());
        return minimums.stream().filter(minimum -> minimum.currency().equals(open.currency()))
                .noneMatch(minimum -> open.compareTo(minimum) < 0);
    }
}
