package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * Money of a payer who names nothing and whose amount fits nothing settles open items in the order that the policy allows
 * for him. That is no proof of what he meant: a person, or an advice that comes later, says so.
 */
final class ByOrder {

    private final MatchingPolicy policy;
    private final PayerDirectory directory;

    ByOrder(MatchingPolicy policy, PayerDirectory directory) {
        this.policy = policy;
        this.directory = directory;
    }

    /** Empty when the policy allows no order, or when the payer has said something that is not understood. */
    Optional<Verdict> decide(Question question, List<Item> items) {
        Payer payer = question.payer();
        String customer = payer.customer().orElse("");
        AllocationOrder order = policy.allocationOrders().of(question.receipt().key(), customer, directory.terms(customer));
        List<Item> invoices = items.stream().filter(item -> !item.credit()).toList();
        List<Verdict.Part> parts = order.settle(invoices, question.amount(), question.receipt().bookingDate());
        if (parts.isEmpty() || AmountMatch.anotherNumber(question, invoices).isPresent() || isAnnounced(question)) {
            return Optional.empty();
        }
        Words evidence = Words.of(EvidenceWord.BY_ORDER, order.label());
        Verdict verdict = Verdict.applied(Rule.ALLOCATION_ORDER, Reason.SETTLED_BY_ORDER, customer, parts, payer, evidence);
        return Optional.of(AmountMatch.isSure(payer) ? verdict : verdict.asProposal(Reason.PAYER_UNCERTAIN, Words.of()));
    }

    private boolean isAnnounced(Question question) {
        return question.advices().stream().anyMatch(advice -> advice.announces(question.amount(),
                question.receipt().bookingDate(), policy.adviceDays()));
    }
}
