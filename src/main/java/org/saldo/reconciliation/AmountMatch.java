package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.saldo.ledger.ReferenceKey;

/**
 * A receipt of a known payer that quotes no known document: one open item of exactly this amount is the answer when no
 * other item, pair or triple of items has the same sum, and when the text does not quote another number like ours.
 */
final class AmountMatch {

    private static final int MOST_ALTERNATIVES = 8;

    private final MatchingPolicy policy;

    AmountMatch(MatchingPolicy policy) {
        this.policy = policy;
    }

    Verdict decide(Question question) {
        Payer payer = question.payer();
        if (!question.complete()) {
            return Verdict.deferred(Reason.TOO_MANY_OPEN_ITEMS, payer, "no known document is quoted, and there are more than "
                    + policy.searchedItems() + " open items");
        }
        List<Item> exact = itemsOfAmount(question);
        if (exact.isEmpty()) {
            return Verdict.deferred(Reason.NOTHING_FITS, payer, "no known document is quoted; none of "
                    + question.openItems().size() + " open items has this amount");
        }
        List<String> answers = new ArrayList<>(exact.stream().map(Item::toString).toList());
        answers.addAll(combinations(question, exact));
        if (answers.size() > 1) {
            return Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, answers.size() + " answers fit the amount",
                    answers.stream().limit(MOST_ALTERNATIVES).toList());
        }
        return only(question, exact.get(0));
    }

    private static Verdict only(Question question, Item item) {
        Payer payer = question.payer();
        String evidence = item + " is the only open item of this amount, and no pair or triple has this sum";
        if (payer.contradicted()) {
            return Verdict.proposed(Reason.PAYER_UNCERTAIN, payer, evidence, List.of(item.toString()));
        }
        LikeNumber like = LikeNumber.in(question.quotation().unknown(), ReferenceKey.of(item.number()));
        if (like.isAnotherNumber()) {
            return Verdict.proposed(Reason.UNKNOWN_NUMBER_QUOTED, payer, evidence + "; but the text quotes " + like.found(),
                    List.of(item.toString()));
        }
        String quoted = like.found().isEmpty() ? "" : "; the text has " + like.found() + ", one slip away from it";
        return Verdict.applied(Rule.ONLY_ITEM_OF_AMOUNT, Reason.ONLY_ITEM_OF_AMOUNT, item.customer(),
                List.of(new Verdict.Part(item, item.open())), payer, evidence + quoted);
    }

    /** The payer's open items of exactly the receipt's amount that were issued by its booking date. */
    static List<Item> itemsOfAmount(Question question) {
        return question.openItems().stream()
                .filter(item -> !item.credit() && item.isOpen() && item.open().equals(question.receipt().amount())
                        && !item.issued().isAfter(question.receipt().bookingDate()))
                .toList();
    }

    /**
     * Pairs and triples of open items, credit notes counted as negative, with the receipt's amount as their sum. Those
     * with an item of exactly this amount are no other answer: the rest of them cancels out, and the item is settled.
     */
    private static List<String> combinations(Question question, List<Item> exact) {
        List<Item> items = question.openItems().stream()
                .filter(item -> item.isOpen() && !item.issued().isAfter(question.receipt().bookingDate())
                        && !exact.contains(item)).toList();
        long target = question.receipt().amount().minorUnits();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                long pair = items.get(i).balance() + items.get(j).balance();
                if (pair == target) {
                    found.add(items.get(i) + " + " + items.get(j));
                }
                for (int k = j + 1; k < items.size() && found.size() < MOST_ALTERNATIVES; k++) {
                    if (pair + items.get(k).balance() == target) {
                        found.add(items.get(i) + " + " + items.get(j) + " + " + items.get(k));
                    }
                }
                if (found.size() >= MOST_ALTERNATIVES) {
                    return found;
                }
            }
        }
        return found;
    }
}
