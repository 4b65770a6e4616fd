package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;

/**
 * A receipt whose payer has announced it: the advice's day is near, its lines add up, and each is open. What a line deducts
 * stays open, and never stands in the way of the rest.
 */
final class AdviceMatch {

    private final MatchingPolicy policy;

    AdviceMatch(MatchingPolicy policy) {
        this.policy = policy;
    }

    /** What an advice settles and what it leaves open. */
    private record Announced(Advice advice, List<Verdict.Part> parts, List<Difference> kept) {

        private Alternative offered() {
            return new Alternative(parts.stream().map(Verdict.Part::offered).toList(), "advice " + advice.id());
        }

        private Words evidence() {
            return Words.of("advice ", advice.id(), ": ", advice.lines(), Difference.words(kept));
        }
    }

    Optional<Verdict> decide(Question question) {
        Payer payer = question.payer();
        if (payer.customer().isEmpty() || payer.contradicted()) {
            return Optional.empty();
        }
        List<Announced> fitting = question.advices().stream()
                .filter(advice -> advice.announces(question.receipt().amount(), question.receipt().bookingDate(),
                        policy.adviceDays()))
                .flatMap(advice -> advice.paying(question.amount()).flatMap(paid -> announced(paid, question)).stream()).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        if (fitting.size() > 1) {
            return Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, Words.of("several remittance advices fit"),
                    fitting.stream().map(Announced::offered).toList()));
        }
        Announced only = fitting.get(0);
        return Optional.of(Verdict.applied(Rule.ADVICE_EXACT,
                only.kept().isEmpty() ? Reason.ADVICE_FOLLOWED : Reason.ADVICE_LESS_DEDUCTION,
                payer.customer().get(), only.parts(), payer, only.evidence()).leaving(only.kept()));
    }

    /** Empty when a line names no single open document of the customer with room for its amount. */
    private Optional<Announced> announced(Advice advice, Question question) {
        List<Item> settled = new ArrayList<>();
        List<Verdict.Part> discounts = new ArrayList<>();
        List<Difference> kept = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (Advice.Line line : advice.lines()) {
            List<Item> open = openItems(line, question);
            boolean fits = open.size() == 1 && line.amount().abs().compareTo(open.get(0).open()) <= 0
                    && taken.add(open.get(0).id());
            if (!fits && !line.amount().isZero()) {
                return Optional.empty();
            }
            if (fits) {
                keep(line, open.get(0), question, discounts, kept);
                settled.add(open.get(0).withOpen(line.amount().abs()));
            }
        }
        settled.removeIf(item -> !item.isOpen());
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        List<Verdict.Part> parts = new ArrayList<>(settled.stream().anyMatch(Item::credit) ? Netting.parts(settled)
                : settled.stream().map(item -> Verdict.Part.cash(item, item.open())).toList());
        parts.addAll(discounts);
        return Optional.of(new Announced(advice, parts, kept));
    }

    private static List<Item> openItems(Advice.Line line, Question question) {
        return line.items().stream().filter(item -> item.isOpen() && item.credit() == line.amount().isNegative()
                && question.payer().is(item.customer()) && item.open().currency().equals(line.amount().currency())).toList();
    }

    /** What the line deducts of what is open besides: a discount that was earned is given, all else stays open. */
    private void keep(Advice.Line line, Item item, Question question, List<Verdict.Part> discounts, List<Difference> kept) {
        Money left = item.open().minus(line.amount().abs());
        Money deducted = line.deduction().map(Advice.Deduction::amount).orElse(left).min(left);
        if (line.deduction().isEmpty() || !deducted.isPositive()) {
            return;
        }
        if (QuotedDiscount.isEarned(item, question, policy) && QuotedDiscount.isDiscountOf(item, deducted)) {
            discounts.add(Verdict.Part.of(AllocationKind.CASH_DISCOUNT, item, deducted));
        } else {
            DeductionWords words = policy.differences().deductionWords();
            kept.add(new Difference(item, deducted, words.codeOf(line.deduction().get().reason())));
        }
    }
}
