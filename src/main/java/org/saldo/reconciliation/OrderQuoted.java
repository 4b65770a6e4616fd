package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The known payer quotes a purchase order of his instead of documents: all that is open under it is the receipt, or one
 * document alone is. An order is no document's own name, so the sum must fit to the cent.
 */
record OrderQuoted(MatchingPolicy policy) {

    /** Empty when no purchase order of the payer's is quoted, or when what is open under it does not fit. */
    Optional<Verdict> decide(Question question) {
        Payer payer = question.payer();
        if (payer.customer().isEmpty() || payer.contradicted() || question.items().isWithoutOrders()) {
            return Optional.empty();
        }
        List<Reference> orders = new ArrayList<>(1);
        List<Item> items = new ArrayList<>(2);
        for (Reference reference : question.quotation().references()) {
            boolean mayBe = !reference.weak() && reference.digits() >= policy.partPaymentDigits()
                    && orders.stream().noneMatch(reference::overlaps);
            if (mayBe) {
                List<Item> ordered = question.items().ordered(reference.key(), payer.customer().get()).stream()
                        .filter(item -> isPayable(item, question) && !items.contains(item)).toList();
                items.addAll(ordered);
                if (!ordered.isEmpty()) {
                    orders.add(reference);
                }
            }
        }
        return items.isEmpty() ? Optional.empty() : settled(question, items)
                .map(settled -> verdict(question, settled, orders, Words.of(settled.size() == items.size()
                        ? EvidenceWord.ORDER_WHOLE : EvidenceWord.ORDER_ONE, orders.stream().map(Reference::key).toList(),
                        settled)));
    }

    private static boolean isPayable(Item item, Question question) {
        return item.isOpen() && !item.credit() && item.isIssuedBy(question.receipt().bookingDate())
                && item.open().currency().equals(question.amount().currency());
    }

    private static Optional<List<Item>> settled(Question question, List<Item> items) {
        Money sum = Quoted.sum(question.amount(), items);
        if (sum.equals(question.amount())) {
            return Optional.of(items);
        }
        List<Item> exact = items.stream().filter(item -> item.open().equals(question.amount())).toList();
        return exact.size() == 1 ? Optional.of(exact) : Optional.empty();
    }

    private static Verdict verdict(Question question, List<Item> settled, List<Reference> orders, Words evidence) {
        boolean elsewhere = question.itemsOfAmount().stream().anyMatch(item -> !settled.contains(item));
        Optional<String> another = AmountMatch.anotherNumber(question, settled, orders);
        Verdict verdict = Verdict.applied(Rule.PURCHASE_ORDER, Reason.ORDER_QUOTED, settled.get(0).customer(),
                Netting.parts(settled), question.payer(), evidence);
        if (settled.size() > 1 && elsewhere) {
            return verdict.asProposal(Reason.SEVERAL_ANSWERS_FIT, Words.of(EvidenceWord.BUT_ANOTHER_ITEM));
        }
        return another.map(number -> verdict.asProposal(Reason.UNKNOWN_NUMBER_QUOTED,
                Words.of(EvidenceWord.BUT_QUOTES, number))).orElse(verdict);
    }
}
