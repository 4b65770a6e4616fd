package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;

/**
 * The known payer's receipt is short of the documents quoted by no more than the policy gives up by itself: the lower of
 * an amount and a percentage. The rest is a write-off of the largest document.
 */
record QuotedTolerance(MatchingPolicy policy) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Money open = quoted.open(question.amount());
        Money missing = open.minus(question.amount());
        if (!QuotedShort.isSure(question, quoted, policy) || !missing.isPositive() || !policy.tolerance().covers(missing, open)
                || !question.itemsOfAmount().isEmpty()) {
            return Optional.empty();
        }
        Item largest = quoted.largest();
        List<Verdict.Part> parts = new ArrayList<>();
        for (Item item : quoted.invoices()) {
            parts.add(Verdict.Part.cash(item, item.id() == largest.id() ? item.open().minus(missing) : item.open()));
        }
        parts.add(Verdict.Part.of(AllocationKind.WRITE_OFF, largest, missing));
        return Optional.of(Verdict.applied(Rule.TOLERANCE, Reason.WITHIN_TOLERANCE, quoted.customer(), parts,
                question.payer(), quotes.and("; short by ", missing, ", which is within tolerance")));
    }
}
