package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The payment that money which went out has probably taken back, though it names none as its return, or another amount came
 * back: a person is asked, never told.
 *
 * @param paymentId  as the bank names it
 * @param customer   whose the payment is
 * @param unapplied  what of it settles nothing
 * @param returnable that, and what it settles in cash: what can still come back
 * @param byName    whether the debit carries a reference of the payment; else only account and amount are the same
 * @param why       what the two have in common
 */
public record LikelyReturn(String paymentId, Optional<String> customer, Money unapplied, Money returnable, boolean byName,
                           Words why) {

    /** The proposal for the debit; the verdict as it was where so much cannot have come back. */
    public Verdict of(Verdict verdict, Receipt debit) {
        Optional<Alternative> answer = alternative(debit.amount().abs());
        boolean others = !byName && verdict.customer().isPresent() && !verdict.customer().equals(customer);
        if (answer.isEmpty() || others) {
            return verdict;
        }
        return new Verdict(Outcome.PROPOSED, Reason.RETURN_LIKELY, Rule.NONE, byName ? customer : verdict.customer(),
                List.of(), verdict.payerProof(), verdict.evidence().and(EvidenceWord.LIKELY, paymentId, why),
                List.of(answer.get()));
    }

    /** The same for a return that names its payment, but is of another amount: what it is more is a bank's charge. */
    public static Verdict ofAnotherAmount(Verdict verdict, Receipt returned, Optional<OriginalPayment> payment) {
        if (verdict.reason() != Reason.RETURN_DIFFERS || payment.isEmpty()) {
            return verdict;
        }
        OriginalPayment original = payment.get();
        return new LikelyReturn(returned.returnOf(), original.customer(), original.unapplied(), original.returnable(), true,
                Words.of())
                .alternative(returned.amount().abs())
                .map(answer -> new Verdict(Outcome.PROPOSED, Reason.RETURN_DIFFERS, Rule.NONE, verdict.customer(), List.of(),
                        verdict.payerProof(), verdict.evidence(), List.of(answer))).orElse(verdict);
    }

    /** Whether so much can have come back: all that is left and less than as much again, or a part that settles nothing. */
    public boolean fits(Money out) {
        return alternative(out).isPresent();
    }

    private Optional<Alternative> alternative(Money out) {
        Money more = out.minus(returnable);
        boolean whole = returnable.isPositive() && !more.isNegative() && more.compareTo(returnable) < 0;
        if (!whole && (!out.isPositive() || out.compareTo(unapplied) > 0)) {
            return Optional.empty();
        }
        Money amount = out.min(returnable);
        Words note = more.isPositive() ? why.and(EvidenceWord.MORE_IS_CHARGE, more) : why;
        return Optional.of(new Alternative(List.of(new Alternative.Part(paymentId, amount, AllocationKind.REFUND)), note));
    }
}
