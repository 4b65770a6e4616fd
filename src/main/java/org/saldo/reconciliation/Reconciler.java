package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** Decides about receipts, one at a time, by the rules that the policy allows. Keeps nothing between two receipts. */
final class Reconciler {

    private final MatchingPolicy policy;
    private final QuotedDocuments quotedDocuments;
    private final NumberCores cores;
    private final OrderQuoted orderQuoted;
    private final SlipOfPen slipOfPen = new SlipOfPen();
    private final AdviceMatch adviceMatch;
    private final AmountMatch amountMatch;

    /** Nothing was given up before. */
    Reconciler(MatchingPolicy policy, PayerDirectory directory) {
        this(policy, directory, GivenUp.nothing());
    }

    Reconciler(MatchingPolicy policy, PayerDirectory directory, GivenUp givenUp) {
        this.policy = policy;
        this.quotedDocuments = new QuotedDocuments(policy, directory, slipOfPen, givenUp);
        this.orderQuoted = new OrderQuoted(policy);
        this.cores = new NumberCores(policy);
        this.adviceMatch = new AdviceMatch(policy);
        this.amountMatch = new AmountMatch(policy, directory);
    }

    /** Decides about money that came in, or about a debit that is no return. */
    Verdict decide(Question question) {
        if (question.receipt().amount().isNegative()) {
            return Verdict.deferred(Reason.DEBIT, question.payer(), Words.of(EvidenceWord.DEBIT, question.amount().abs()));
        }
        Verdict verdict = firstThatFits(question);
        if (verdict.isApplied() && !policy.allows(verdict.rule())) {
            return verdict.asProposal();
        }
        return verdict.isApplied() && question.payer().asks()
                ? verdict.asProposal(Reason.PAYER_ASKS, Words.of()).of(question.payer().customer()) : verdict;
    }

    private Verdict firstThatFits(Question question) {
        Payer payer = question.payer();
        if (!question.quotation().isEmpty()) {
            Verdict quoted = quoted(question);
            return quoted.isApplied() && !quoted.explainsADifference(question.quotation()) ? quoted
                    : adviceMatch.decide(question).filter(advised -> advised.isApplied() || quoted.isApplied())
                            .filter(advised -> isAboutWhatIsQuoted(question, advised)).orElse(quoted);
        }
        Words nothing = Words.of(EvidenceWord.NOTHING_QUOTED);
        Optional<Verdict> named = adviceMatch.decide(question).or(() -> cores.decide(question))
                .or(() -> orderQuoted.decide(question)).or(() -> slipOfPen.decide(question));
        if (named.isPresent()) {
            return named.get();
        }
        if (payer.customer().isPresent()) {
            return amountMatch.decide(question);
        }
        return Verdict.deferred(payer.isAmbiguous() ? Reason.PAYER_AMBIGUOUS : Reason.PAYER_UNKNOWN, payer, nothing);
    }

    /** Whether the text names a document of the advice or the advice itself: else it is about another payment. */
    private static boolean isAboutWhatIsQuoted(Question question, Verdict advised) {
        return advised.parts().isEmpty()
                || advised.parts().stream().anyMatch(part -> question.quotation().names(part.item().id()))
                || question.advices().stream().map(advice -> ReferenceKey.of(advice.id()))
                        .anyMatch(question.quotation().keys()::contains);
    }

    /** What was learned of the payer speaks for a customer, but never against what is proved without it. */
    private Verdict quoted(Question question) {
        if (question.payer().otherwise().isEmpty()) {
            return quotedDocuments.decide(question);
        }
        Question otherwise = question.by(question.payer().otherwise().get());
        if (question.payer().contradicted()) {
            return quotedDocuments.decide(otherwise);
        }
        Verdict verdict = quotedDocuments.decide(question);
        return verdict.isApplied() ? verdict
                : Optional.of(quotedDocuments.decide(otherwise)).filter(Verdict::isApplied).orElse(verdict);
    }

    /** Decides about a payment that came back; {@code original} is empty when it is not known. */
    Verdict decideReturn(Receipt returned, Optional<OriginalPayment> original) {
        Payer nobody = Payer.unknown(List.of(), Words.of(EvidenceWord.RETURN_TELLS));
        Money amount = returned.amount().abs();
        if (original.isEmpty()) {
            return Verdict.deferred(Reason.RETURN_OF_UNKNOWN, nobody,
                    Words.of(EvidenceWord.RETURN_ELSEWHERE, returned.returnOf(), returned.key().account()));
        }
        OriginalPayment payment = original.get();
        boolean whole = amount.equals(payment.returnable());
        boolean unappliedOnly = amount.compareTo(payment.unapplied()) <= 0;
        Words paid = payment.paid().isEmpty() ? Words.of(EvidenceWord.HAD_PAID_NOTHING) : Words.of(EvidenceWord.HAD_PAID,
                payment.paid().stream().map(Verdict.Part::offered).toList());
        Words evidence = (returned.returnReason().isEmpty() ? Words.of(EvidenceWord.RETURN_OF, returned.returnOf())
                : Words.of(EvidenceWord.RETURN_FOR, returned.returnOf(), returned.returnReason())).and(paid);
        if (!whole && !unappliedOnly) {
            return Verdict.deferred(Reason.RETURN_DIFFERS, nobody, evidence.and(EvidenceWord.CAN_COME_BACK,
                    payment.returnable())).of(payment.customer());
        }
        if (!policy.allows(Rule.RETURN)) {
            return Verdict.proposed(Reason.RULE_IS_OFF, nobody, evidence, List.of()).of(payment.customer());
        }
        return new Verdict(Outcome.APPLIED, Reason.RETURNED, Rule.RETURN, payment.customer(),
                unappliedOnly ? List.of() : payment.paid(), nobody.evidence(), evidence, List.of());
    }
}
