package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The receipt is what is open of the documents quoted less the cash discount that was agreed and earned: paid by the last
 * day, with the policy's days of grace for the bank, and nothing of the document paid or netted before.
 */
record QuotedDiscount(MatchingPolicy policy) implements QuotedDocuments.Fit {

    private static final int MOST_DISCOUNTED = 10;

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Money taken = quoted.open(question.amount()).minus(question.amount());
        boolean sure = !quoted.weak() && !question.payer().contradicted()
                && !question.payer().isSomebodyElseThan(quoted.customer());
        if (!taken.isPositive() || !sure || !quoted.creditNotes().isEmpty()) {
            return Optional.empty();
        }
        List<Item> earned = quoted.invoices().stream().filter(item -> isEarned(item, question, policy)).toList();
        if (earned.isEmpty() || earned.size() > MOST_DISCOUNTED) {
            return Optional.empty();
        }
        List<List<Item>> fitting = choices(earned, taken);
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(Verdict.applied(Rule.CASH_DISCOUNT, Reason.DISCOUNT_EARNED, quoted.customer(),
                parts(quoted.invoices(), fitting.get(0)), question.payer(), quotes.and(EvidenceWord.DISCOUNT_EARNED,
                taken, fitting.get(0).stream().map(Item::label).toList())));
    }

    /** Whether the discount of a document is given: nothing of it was paid before, and its last day is not long past. */
    static boolean isEarned(Item item, Question question, MatchingPolicy policy) {
        return item.discount().isPresent() && item.open().equals(item.amount())
                && !question.receipt().bookingDate().isAfter(item.discount().get().until().plusDays(policy.discountGraceDays()));
    }

    /** The sets of items whose discounts are what was taken; all of them when that fits, since nobody leaves one out. */
    private static List<List<Item>> choices(List<Item> earned, Money taken) {
        List<List<Item>> found = new ArrayList<>();
        for (int set = (1 << earned.size()) - 1; set > 0; set--) {
            List<Item> chosen = new ArrayList<>();
            Money sum = Money.zero(taken.currency());
            for (int i = 0; i < earned.size(); i++) {
                if ((set & 1 << i) != 0) {
                    chosen.add(earned.get(i));
                    sum = sum.plus(discountOf(earned.get(i)));
                }
            }
            if (sum.equals(taken)) {
                found.add(chosen);
                if (chosen.size() == earned.size()) {
                    return found;
                }
            }
        }
        return found;
    }

    private static List<Verdict.Part> parts(List<Item> invoices, List<Item> discounted) {
        List<Verdict.Part> parts = new ArrayList<>();
        for (Item item : invoices) {
            Money discount = discounted.contains(item) ? discountOf(item) : Money.zero(item.open().currency());
            parts.add(Verdict.Part.cash(item, item.open().minus(discount)));
            if (discount.isPositive()) {
                parts.add(Verdict.Part.of(AllocationKind.CASH_DISCOUNT, item, discount));
            }
        }
        return parts;
    }

    private static Money discountOf(Item item) {
        return item.discount().orElseThrow().of(item.amount());
    }

    /** Whether what is missing on one document is its discount, earned or not. */
    static boolean isDiscountOf(Item item, Money missing) {
        return item.discount().isPresent() && item.open().equals(item.amount()) && discountOf(item).equals(missing);
    }
}
