package org.saldo.credit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saldo.money.Money;

/**
 * What speaks for or against a customer's credit on a day.
 *
 * @param owed         what may be asked for: without what is disputed, promised or in a plan that is kept
 * @param unpaid       the same with what is promised or in a plan: words do not release
 * @param uncleared    what settled its documents by payments that may still come back
 * @param covers       what is here and not yet set against anything, a sum a currency
 * @param limit        its credit limit
 * @param brokenInARow how many promises it has broken in a row
 * @param brokenPlan   whether a plan of instalments is broken
 * @param signals      the kinds of signals of risk, such as INSOLVENCY
 * @param ladderStep   the step of a ladder that proposes a hold and has not ended, as people name it
 */
public record HoldFacts(List<Owed> owed, List<Owed> unpaid, List<Money> uncleared, List<Money> covers, Optional<Money> limit,
        int brokenInARow, boolean brokenPlan, Set<String> signals, Optional<String> ladderStep) {

    /** An amount of a document; days overdue are 0 until its due date has passed. */
    public record Owed(Money amount, long daysOverdue) {
    }

    public HoldFacts {
        owed = List.copyOf(owed);
        unpaid = List.copyOf(unpaid);
        uncleared = List.copyOf(uncleared);
        covers = List.copyOf(covers);
        signals = Set.copyOf(signals);
    }
}
