package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * Open items of which more than the receipt is open, but exactly as much less what the payer may keep back: the cash discount
 * that he has earned, the retention agreed, or a tax by the law of his country. Where nothing is quoted each is an answer.
 */
record LessDeductions(MatchingPolicy policy, PayerDirectory directory) {

    /** @param items the payer's open items */
    List<Alternative> of(Question question, List<Item> items) {
        List<WithholdingTax.Rate> rates = items.isEmpty() ? List.of() : policy.differences().withholdingTax()
                .of(directory.terms(items.get(0).customer()).country(), question.receipt().bookingDate());
        List<Alternative> found = new ArrayList<>(0);
        for (Item item : items) {
            if (!item.credit() && item.open().compareTo(question.amount()) > 0) {
                reason(item, item.open().minus(question.amount()), question, rates).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Alternative> reason(Item item, Money missing, Question question, List<WithholdingTax.Rate> rates) {
        if (item.discount().isPresent() && QuotedDiscount.isDiscountOf(item, missing)
                && QuotedDiscount.isEarned(item, question, policy)) {
            return Optional.of(new Alternative(List.of(Verdict.Part.cash(item, question.amount()).offered(),
                    Verdict.Part.of(AllocationKind.CASH_DISCOUNT, item, missing).offered()),
                    Words.of(EvidenceWord.CASH_DISCOUNT)));
        }
        if (item.retained().equals(missing)) {
            return Optional.of(leftOpen(item, question, DifferenceCode.RETENTION));
        }
        boolean isWithheld = item.open().equals(item.amount()) && rates.stream().anyMatch(rate ->
                rate.of(item).equals(missing));
        return isWithheld ? Optional.of(leftOpen(item, question, DifferenceCode.WITHHOLDING_TAX)) : Optional.empty();
    }

    private static Alternative leftOpen(Item item, Question question, DifferenceCode code) {
        return new Alternative(List.of(Verdict.Part.cash(item, question.amount()).offered()), Words.said(code.name()));
    }
}
