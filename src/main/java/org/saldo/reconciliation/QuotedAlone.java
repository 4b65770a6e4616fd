package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * The known payer quotes several of his documents, and what is open of one alone is the receipt to the cent: the others are
 * only mentioned. Not where he has a credit note, which may make another set of them fit.
 */
record QuotedAlone(MatchingPolicy policy) implements QuotedDocuments.Fit {

    private static final int MOST_QUOTED = 8;

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Payer payer = question.payer();
        boolean sure = payer.is(quoted.customer()) && !payer.contradicted() && quoted.isStrong(policy)
                && !question.account().hasCredits();
        if (!sure || quoted.invoices().size() < 2 || quoted.invoices().size() > MOST_QUOTED) {
            return Optional.empty();
        }
        List<List<Item>> sets = SubsetSearch.all(quoted.invoices(), question.amount().minorUnits(), MOST_QUOTED, 2);
        return sets.size() != 1 || sets.get(0).size() > 1 || !isCertain(question, sets.get(0).get(0)) ? Optional.empty()
                : Optional.of(Verdict.applied(Rule.QUOTED_EXACT, Reason.DOCUMENTS_QUOTED, quoted.customer(),
                        List.of(Verdict.Part.cash(sets.get(0).get(0), question.amount())), payer,
                        quotes.and(EvidenceWord.ONLY_ADDS_UP, sets.get(0))));
    }

    private static boolean isCertain(Question question, Item item) {
        return question.quotation().quotes().stream().filter(quote -> !quote.reference().weak())
                .anyMatch(quote -> quote.items().stream().anyMatch(named -> named.id() == item.id()));
    }
}
