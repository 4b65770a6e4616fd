package org.saldo.job.reconciliation;

import java.util.List;
import org.saldo.money.Money;

/**
 * What changed rules would decide otherwise, in figures.
 *
 * @param receipts  how many receipts were looked at
 * @param different of how many the decision would be another
 * @param lines     how the receipts are spread over outcomes and rules, before and after
 */
public record ReplayReport(long receipts, long different, List<Line> lines) {

    /**
     * Receipts of one company, outcome, rule and currency. Amounts are those of the receipts, without their signs.
     *
     * @param rule empty where no rule applies
     */
    public record Line(String company, String outcome, String rule, long before, Money amountBefore, long after,
                       Money amountAfter) {
    }

    public ReplayReport {
        lines = List.copyOf(lines);
    }
}
