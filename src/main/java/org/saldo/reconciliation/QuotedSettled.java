package org.saldo.reconciliation;

import java.util.Optional;

/** Nothing is open on what is quoted: paid twice, or the number is another one by a slip of the pen. */
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
            Verdict verdict = Verdict.deferred(Reason.DUPLICATE_PAYMENT, payer, quotes);
            boolean namedByDocument = !quoted.weak() && payer.customer().isEmpty();
            return Optional.of(namedByDocument ? verdict.of(Optional.of(quoted.customer())) : verdict);
        }
        return Optional.of(slipOfPen.decide(question)
                .orElse(Verdict.deferred(Reason.QUOTED_IS_SETTLED, payer, quotes)));
    }
}
