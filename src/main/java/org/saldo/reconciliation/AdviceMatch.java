package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * A receipt whose payer has announced it: the advice's day is near, its lines add up, and each is open. What a line deducts
 * stays open, and never stands in the way of the rest.
 */
final class AdviceMatch {

    private final MatchingPolicy policy;
    private final NumberCores cores;

    AdviceMatch(MatchingPolicy policy) {
        this.policy = policy;
        this.cores = new NumberCores(policy);
    }

    /**
     * What an advice settles and what it leaves open, and what of it cannot be followed.
     *
     * @param ids of the advice, and of those that say the same
     */
    private record Announced(List<String> ids, List<Advice.Line> lines, List<Verdict.Part> parts, List<Difference> kept,
                             List<Words> amiss) {

        private boolean isFollowable() {
            return amiss.isEmpty() && !parts.isEmpty();
        }

        private Announced and(Announced same) {
            return new Announced(Stream.concat(ids.stream(), same.ids.stream()).toList(), lines, parts, kept, amiss);
        }

        private Alternative offered() {
            return new Alternative(parts.stream().map(Verdict.Part::offered).toList(), Words.of(EvidenceWord.OF_ADVICE, ids));
        }

        private Words evidence() {
            return Words.of(EvidenceWord.ADVICE, ids, lines).and(Difference.words(kept));
        }
    }

    /** Empty when no advice of the known payer is about the receipt; one that cannot be followed is a person's. */
    Optional<Verdict> decide(Question question) {
        Payer payer = question.payer();
        if (payer.customer().isEmpty() || payer.contradicted() || question.advices().isEmpty()) {
            return Optional.empty();
        }
        List<Advice> announcing = question.advices().stream().filter(advice -> advice.announces(question.amount(),
                question.receipt().bookingDate(), policy.adviceDays())).toList();
        Map<List<Object>, Announced> fitting = new LinkedHashMap<>();
        for (Advice advice : announcing) {
            Announced read = read(advice.paying(question.amount()).orElseThrow(), question);
            if (read.isFollowable()) {
                fitting.merge(List.of(read.parts(), read.kept()), read, Announced::and);
            }
        }
        if (fitting.size() == 1) {
            Announced only = fitting.values().iterator().next();
            return Optional.of(Verdict.applied(Rule.ADVICE_EXACT,
                    only.kept().isEmpty() ? Reason.ADVICE_FOLLOWED : Reason.ADVICE_LESS_DEDUCTION,
                    payer.customer().get(), only.parts(), payer, only.evidence()).leaving(only.kept()));
        }
        return fitting.isEmpty() ? announcing.stream().findFirst().map(advice -> notUnderstood(advice, question))
                : Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, Words.of(EvidenceWord.SEVERAL_ADVICES),
                        fitting.values().stream().map(Announced::offered).toList()));
    }

    /** The payer has said what he pays, so nothing else counts, though not all of it can be followed. */
    private Verdict notUnderstood(Advice advice, Question question) {
        Announced read = read(advice.paying(question.amount()).orElseThrow(), question);
        Money cash = read.parts().stream().map(Verdict.Part::cash).reduce(Money.zero(question.amount().currency()), Money::plus);
        boolean fits = cash.isPositive() && cash.compareTo(question.amount()) <= 0;
        return Verdict.proposed(Reason.ADVICE_NOT_UNDERSTOOD, question.payer(), read.evidence().and(EvidenceWord.BUT,
                read.amiss()), fits ? List.of(read.offered()) : List.of());
    }

    /** What of an advice can be followed: lines that name one open document of the customer with room for their amount. */
    private Announced read(Advice advice, Question question) {
        List<Item> settled = new ArrayList<>();
        List<Verdict.Part> discounts = new ArrayList<>();
        List<Difference> kept = new ArrayList<>();
        List<Words> amiss = new ArrayList<>(0);
        Set<Long> taken = new HashSet<>();
        for (Advice.Line line : advice.lines()) {
            List<Item> open = openItems(line, question);
            boolean fits = open.size() == 1 && line.amount().abs().compareTo(open.get(0).open()) <= 0
                    && taken.add(open.get(0).id());
            if (fits) {
                keep(line, open.get(0), question, discounts, kept);
                settled.add(open.get(0).withOpen(line.amount().abs()));
            } else if (!line.amount().isZero()) {
                amiss.add(whatIsAmiss(line));
            }
        }
        settled.removeIf(item -> !item.isOpen());
        boolean netted = settled.stream().anyMatch(Item::credit);
        boolean isEnough = !netted || amiss.isEmpty();
        List<Verdict.Part> parts = new ArrayList<>(!isEnough ? List.of() : netted ? Netting.parts(settled)
                : settled.stream().map(item -> Verdict.Part.cash(item, item.open())).toList());
        parts.addAll(isEnough ? discounts : List.of());
        return new Announced(List.of(advice.id()), advice.lines(), parts, kept, amiss);
    }

    private static Words whatIsAmiss(Advice.Line line) {
        return line.items().isEmpty() ? Words.of(EvidenceWord.NUMBER_UNKNOWN, line.documentNumber())
                : line.items().size() == 1 ? Words.of(EvidenceWord.NO_ROOM, line.items().get(0), line.amount())
                : Words.of(EvidenceWord.NUMBER_OF_SEVERAL, line.documentNumber());
    }

    private List<Item> openItems(Advice.Line line, Question question) {
        if (line.items().isEmpty()) {
            return byPart(line, question);
        }
        return line.items().stream().filter(item -> item.isOpen() && item.credit() == line.amount().isNegative()
                && question.payer().is(item.customer()) && item.open().currency().equals(line.amount().currency())).toList();
    }

    /** A part of the number proves little: all that is open, less what is deducted, must be what the line pays. */
    private List<Item> byPart(Advice.Line line, Question question) {
        Money open = line.deduction().map(deducted -> line.amount().plus(deducted.amount())).orElse(line.amount());
        return cores.ofPart(question, question.payer().customer().orElseThrow(), line.key()).stream()
                .filter(item -> item.open().equals(open)).toList();
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
