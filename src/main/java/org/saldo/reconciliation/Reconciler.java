package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;

/** Decides about receipts, one at a time, by the rules that the policy allows. Keeps nothing between two receipts. */
public final class Reconciler {

    private final MatchingPolicy policy;
    private final QuotedDocuments quotedDocuments;
    private final AdviceMatch adviceMatch;
    private final AmountMatch amountMatch;

    public Reconciler(MatchingPolicy policy, PayerDirectory directory) {
        this.policy = policy;
        this.quotedDocuments = new QuotedDocuments(policy, directory);
        this.adviceMatch = new AdviceMatch(policy);
        this.amountMatch = new AmountMatch(policy);
    }

    /** Decides about money that came in, or about a debit that is no return. */
    public Verdict decide(Question question) {
        if (question.receipt().amount().isNegative()) {
            return Verdict.deferred(Reason.DEBIT, question.payer(), "debit of " + question.receipt().amount().abs());
        }
        Verdict verdict = firstThatFits(question);
        return verdict.outcome() == Outcome.APPLIED && !policy.allows(verdict.rule()) ? verdict.asProposal() : verdict;
    }

    private Verdict firstThatFits(Question question) {
        Payer payer = question.payer();
        if (!question.quotation().isEmpty()) {
            return quotedDocuments.decide(question);
        }
        Optional<Verdict> advised = adviceMatch.decide(question);
        if (advised.isPresent()) {
            return advised.get();
        }
        if (payer.customer().isPresent()) {
            return amountMatch.decide(question);
        }
        if (payer.isAmbiguous()) {
            return Verdict.deferred(Reason.PAYER_AMBIGUOUS, payer, "no known document is quoted");
        }
        return Verdict.deferred(Reason.PAYER_UNKNOWN, payer, "no known document is quoted");
    }

    /** Decides about a payment that came back; {@code original} is empty when it is not known. */
    public Verdict decideReturn(Receipt returned, Optional<OriginalPayment> original) {
        Payer nobody = Payer.unknown(List.of(), "the payment that came back says whose it is");
        Money amount = returned.amount().abs();
        if (original.isEmpty()) {
            return Verdict.deferred(Reason.RETURN_OF_UNKNOWN, nobody,
                    "return of " + returned.returnOf() + ", which is not on account " + returned.key().account());
        }
        OriginalPayment payment = original.get();
        boolean whole = amount.equals(payment.returnable());
        boolean unappliedOnly = amount.compareTo(payment.unapplied()) <= 0;
        String paid = payment.paid().isEmpty() ? "it had paid nothing" : "it had paid "
                + String.join(", ", payment.paid().stream().map(part -> part.item().label() + " " + part.amount()).toList());
        String evidence = "return of " + returned.returnOf()
                + (returned.returnReason().isEmpty() ? "" : " (" + returned.returnReason() + ")") + "; " + paid;
        if (!whole && !unappliedOnly) {
            return Verdict.deferred(Reason.RETURN_DIFFERS, nobody, evidence + "; " + payment.returnable()
                    + " of it can come back").of(payment.customer());
        }
        if (!policy.allows(Rule.RETURN)) {
            return Verdict.proposed(Reason.RULE_IS_OFF, nobody, evidence, List.of()).of(payment.customer());
        }
        return new Verdict(Outcome.APPLIED, Reason.RETURNED, Rule.RETURN, payment.customer(),
                unappliedOnly ? List.of() : payment.paid(), nobody.evidence(), evidence, List.of());
    }
}
