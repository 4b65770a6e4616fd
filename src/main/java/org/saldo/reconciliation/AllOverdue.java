package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** The receipt is all of the payer's items that were overdue on its booking date, two at least, none of them a credit note. */
final class AllOverdue {

    private AllOverdue() {
    }

    /** The overdue items when they are what the receipt pays, else none. */
    static List<Item> in(Question question, List<Item> items) {
        List<Item> overdue = items.stream().filter(item -> item.due().isBefore(question.receipt().bookingDate())).toList();
        Money amount = question.amount();
        boolean fits = overdue.size() > 1 && items.stream().noneMatch(Item::credit)
                && Quoted.sum(amount, overdue).equals(amount);
        return fits ? overdue : List.of();
    }

    /** What it means that nothing else has this amount. */
    static Verdict decide(Question question, List<Item> overdue, int items) {
        Payer payer = question.payer();
        Words evidence = Words.of(EvidenceWord.ALL_OVERDUE, overdue.size(), items);
        Verdict verdict = Verdict.applied(Rule.ALL_OVERDUE, Reason.ALL_OVERDUE, payer.customer().orElseThrow(),
                Netting.parts(overdue), payer, evidence);
        Optional<String> another = AmountMatch.anotherNumber(question, overdue);
        if (another.isPresent()) {
            return verdict.asProposal(Reason.UNKNOWN_NUMBER_QUOTED, Words.of(EvidenceWord.BUT_QUOTES, another.get()));
        }
        return AmountMatch.isSure(payer) ? verdict : verdict.asProposal(Reason.PAYER_UNCERTAIN, Words.of());
    }
}
