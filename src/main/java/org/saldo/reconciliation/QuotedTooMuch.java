package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The known payer pays more than is open on the one document quoted: it is settled, and the rest stays unapplied until a
 * person says whether it is kept or goes back. Not when the rest is what other documents of the payer are open with, nor
 * when the text may name more than was understood.
 */
record QuotedTooMuch(MatchingPolicy policy) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Payer payer = question.payer();
        Money rest = question.amount().minus(quoted.open(question.amount()));
        if (!rest.isPositive() || !quoted.creditNotes().isEmpty()) {
            return Optional.empty();
        }
        Words evidence = quotes.and(EvidenceWord.TOO_MUCH, rest);
        List<Alternative> alternatives = QuotedDocuments.offered(quoted, question).stream().toList();
        if (!payer.mayBe(quoted.customer())) {
            return Optional.of(Verdict.proposed(Reason.PAYER_UNCERTAIN, payer, evidence, alternatives));
        }
        boolean sure = payer.is(quoted.customer()) && !payer.contradicted() && quoted.isStrong(policy)
                && quoted.documents() == 1 && policy.overpayment().reaches(rest, quoted.open(rest));
        if (!sure || mayBeForMore(question, quoted, rest)) {
            return Optional.of(Verdict.proposed(Reason.OVERPAYMENT, payer, evidence, alternatives));
        }
        return Optional.of(Verdict.applied(Rule.OVERPAYMENT, Reason.OVERPAYMENT, quoted.customer(),
                quoted.parts(question.amount()), payer, evidence.and(EvidenceWord.NOTHING_EXPLAINS)));
    }

    /** Whether the rest, or the whole receipt, may be meant for other documents of the payer. */
    private boolean mayBeForMore(Question question, Quoted quoted, Money rest) {
        Set<String> orders = question.quotation().references().stream().filter(Reference::ofOrder).map(Reference::key)
                .collect(Collectors.toSet());
        if (!question.itemsOfAmount().isEmpty()
                || question.quotation().mayNameMore(key -> question.isPayersOwn(key) || orders.contains(key))) {
            return true;
        }
        int named = quoted.items().size();
        return question.hasMoreOpenItemsThan(policy.searchedItems() + named)
                || isSetOfOthers(question.openItems().stream().filter(item -> !quoted.names(item)).toList(), rest);
    }

    private boolean isSetOfOthers(List<Item> others, Money rest) {
        return others.size() > policy.searchedItems() || SubsetSearch.anyUpToThree(others, rest.minorUnits());
    }
}
