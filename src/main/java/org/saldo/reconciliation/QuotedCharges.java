package org.saldo.reconciliation;

import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The known payer's receipt is short of the documents quoted by no more than banks may keep on the way, and came from abroad
 * or says so. The largest document bears it. Of what is disputed or stopped it stays open in any case.
 */
record QuotedCharges(MatchingPolicy policy, GivenUp givenUp) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        BankCharges charges = policy.differences().bankCharges();
        Money open = quoted.open(question.amount());
        Money missing = open.minus(question.amount());
        if (!missing.isPositive() || !charges.limit().covers(missing, open) || !QuotedShort.isSure(question, quoted, policy)
                || question.itemsOfAmount().stream().anyMatch(item -> !quoted.names(item)) || isDiscount(quoted, missing)
                || quoted.mayLeaveOneOut(missing)) {
            return Optional.empty();
        }
        Optional<AllocationKind> settled = charges.settle() == Remainder.ALLOCATE && !givenUp.isBlocked(quoted.invoices())
                ? Optional.of(AllocationKind.BANK_CHARGE) : Optional.empty();
        return charges.signOf(question.receipt()).map(sign -> new Shortfall(Rule.BANK_CHARGES, Reason.CHARGES_KEPT,
                DifferenceCode.BANK_CHARGE, quoted.missingOnLargest(missing), settled,
                Words.of(EvidenceWord.SHORT_AND, missing, sign)).applied(question, quoted, quotes));
    }

    private static boolean isDiscount(Quoted quoted, Money missing) {
        return quoted.invoices().size() == 1 && QuotedDiscount.isDiscountOf(quoted.invoices().get(0), missing);
    }
}
