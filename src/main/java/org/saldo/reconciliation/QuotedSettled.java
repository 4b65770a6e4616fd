package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;

/** Nothing is open on what is quoted: paid twice, settled without cash, or the number is another one by a slip of the pen. */
record QuotedSettled(SlipOfPen slipOfPen) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        if (!quoted.isSettled()) {
            return Optional.empty();
        }
        Payer payer = question.payer();
        boolean again = question.amount().equals(quoted.gross(question.amount()))
                || quoted.items().stream().anyMatch(item -> item.amount().equals(question.amount()));
        if (again) {
            List<Words> otherwise = quoted.items().stream().filter(item -> !item.credit()).flatMap(item ->
                    question.items().settledWithoutCash(item).stream()).toList();
            Verdict verdict = otherwise.isEmpty() ? Verdict.deferred(Reason.DUPLICATE_PAYMENT, payer, quotes)
                    : Verdict.deferred(Reason.QUOTED_IS_SETTLED, payer,
                            quotes.and(otherwise.stream().reduce(Words.of(), Words::and)));
            boolean namedByDocument = !quoted.weak() && payer.customer().isEmpty();
            return Optional.of(namedByDocument ? verdict.of(Optional.of(quoted.customer())) : verdict);
        }
        return Optional.of(slipOfPen.decide(question)
                .orElse(Verdict.deferred(Reason.QUOTED_IS_SETTLED, payer, quotes)));
    }
}
