package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** The known payer quotes one document and pays a part of it, and no other open item has exactly this amount. */
record QuotedPart(MatchingPolicy policy) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Payer payer = question.payer();
        List<Alternative> alternatives = QuotedDocuments.offered(quoted, question).stream().toList();
        if (!payer.is(quoted.customer())) {
            return Optional.of(Verdict.proposed(Reason.PAYER_UNCERTAIN, payer,
                    quotes.and(EvidenceWord.OPEN_IS, quoted.open(question.amount())), alternatives));
        }
        if (quoted.documents() != 1) {
            return Optional.empty();
        }
        if (!quoted.isStrong(policy) || payer.contradicted()) {
            return Optional.of(Verdict.proposed(Reason.SUM_DIFFERS, payer,
                    quotes.and(EvidenceWord.NUMBER_TOO_WEAK), alternatives));
        }
        List<Item> ofThisAmount = question.itemsOfAmount().stream().filter(item -> !quoted.names(item)).toList();
        if (!ofThisAmount.isEmpty()) {
            List<Alternative> all = new ArrayList<>();
            ofThisAmount.forEach(item -> all.add(
                    new Alternative(List.of(Verdict.Part.cash(item, item.open()).offered()), Words.of(EvidenceWord.EXACTLY))));
            all.addAll(alternatives);
            return Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer,
                    quotes.and(EvidenceWord.BUT_EXACTLY, ofThisAmount.get(0)), all));
        }
        Money missing = quoted.open(question.amount()).minus(question.amount());
        boolean lateDiscount = quoted.invoices().size() == 1
                && QuotedDiscount.isDiscountOf(quoted.invoices().get(0), missing);
        List<Verdict.Part> parts = quoted.parts(question.amount());
        List<Difference> open = Difference.left(quoted.invoices(), parts,
                lateDiscount ? DifferenceCode.DISC_UNEARNED : DifferenceCode.UNKNOWN);
        Words left = Difference.words(open);
        return Optional.of(Verdict.applied(Rule.PART_PAYMENT,
                lateDiscount ? Reason.DISCOUNT_UNEARNED : Reason.PART_PAYMENT, quoted.customer(), parts, payer,
                lateDiscount ? quotes.and(left) : quotes.and(EvidenceWord.PAYS_PART).and(left))
                .leaving(open));
    }
}
