package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * How a customer stands with what it contests, has promised and pays by plan, at the end of a day: the disputes that had
 * been opened, every promise and plan with what has become of it, and what is paused because of an answer.
 */
public final class Standing {

    private final LocalDate day;
    private final List<Dispute> disputes;
    private final List<PromiseBook.Judged> promises;
    private final List<InstalmentPlan.Judged> plans;
    private final List<Pause> pauses;

    /** Without a pause. */
    public Standing(LocalDate day, List<Dispute> disputes, List<PaymentPromise> promises, List<InstalmentPlan> plans,
            AccountPast past) {
        this(day, disputes, promises, plans, past, List.of());
    }

    /** Everything was recorded by {@code day}; what had ended by then says so. */
    public Standing(LocalDate day, List<Dispute> disputes, List<PaymentPromise> promises, List<InstalmentPlan> plans,
            AccountPast past, List<Pause> pauses) {
        this.day = day;
        this.disputes = List.copyOf(disputes);
        PromiseBook book = new PromiseBook(past, day);
        this.promises = book.judge(promises);
        this.plans = judged(plans, book.rest(), day);
        this.pauses = pauses.stream().filter(pause -> pause.holdsOn(day)).toList();
    }

    /** Cash that settles nothing yet keeps one plan only, as it keeps one promise. */
    private static List<InstalmentPlan.Judged> judged(List<InstalmentPlan> plans, AccountPast past, LocalDate day) {
        List<InstalmentPlan.Judged> judged = new ArrayList<>();
        AccountPast left = past;
        for (InstalmentPlan plan : plans) {
            judged.add(plan.judge(left, day));
            left = plan.leaves(left, day);
        }
        return List.copyOf(judged);
    }

    public List<Dispute> disputes() {
        return disputes;
    }

    /** A promise with what came for it and what has become of it. */
    public record PromiseState(PaymentPromise promise, Money paid, PaymentPromise.State state) {
    }

    /** In the order in which they fall due. */
    public List<PromiseState> promises() {
        return promises.stream().map(each -> new PromiseState(each.promise(), each.paid(), each.state())).toList();
    }

    public List<InstalmentPlan.Judged> plans() {
        return plans;
    }

    /** What is paused on the day. */
    public List<Pause> pauses() {
        return pauses;
    }

    public PromiseRecord promiseRecord() {
        return PromiseRecord.of(promises.stream().map(PromiseBook.Judged::state).toList());
    }

    /**
     * What nobody is reminded of, by item: what is disputed first, then what is promised, then what a plan that is kept
     * leaves for later, then what is paused because of an answer; together never more than what is open.
     *
     * @param open what is open of each item of the customer's
     */
    public Map<Long, List<Exclusion>> exclusions(Map<Long, Money> open) {
        Left left = agreed(open);
        pauses.forEach(pause -> left.take(new Part(pause.itemId(), pause.document(), pause.amount()), ItemMark.PAUSED,
                pause.label(), Optional.of(pause.until()), taken -> Words.of(DunningWord.PAUSED,
                pause.document(), taken, pause.label(), AnswerKind.said(pause.says()), pause.until())));
        return left.found;
    }

    private Left agreed(Map<Long, Money> open) {
        Left left = new Left(new HashMap<>(open));
        disputes.stream().filter(Dispute::isOpen).forEach(dispute -> left.take(new Part(dispute.itemId(), dispute.document(),
                dispute.amount()), ItemMark.DISPUTED, dispute.label(), Optional.of(dispute.respondBy()),
                taken -> Words.of(DunningWord.DISPUTED, dispute.document(), taken, dispute.label(), dispute.code(),
                        dispute.owner(), dispute.respondBy())));
        promises.stream().filter(each -> !each.promise().isCancelled() && !day.isAfter(each.promise().until()))
                .forEach(each -> each.promise().parts().forEach(part -> left.take(
                        new Part(part.itemId(), part.document(), each.left(part)), ItemMark.PROMISED, each.promise().label(),
                        Optional.of(each.promise().promisedDay()), taken -> Words.of(DunningWord.PROMISED,
                                part.document(), taken, each.promise().label(), each.promise().promisedDay()))));
        plans.stream().filter(each -> each.state().isInForce()).forEach(each -> inPlan(each, left));
        return left;
    }

    /** By item the first of what holds of it: a dispute, else a promise, else a plan. */
    public Map<Long, ItemMark> marks() {
        Map<Long, Money> open = new HashMap<>();
        disputes.forEach(dispute -> open.merge(dispute.itemId(), dispute.amount(), Money::plus));
        Stream.concat(promises.stream().flatMap(each -> each.promise().parts().stream()),
                        plans.stream().flatMap(each -> each.plan().parts().stream()))
                .forEach(part -> open.merge(part.itemId(), part.amount(), Money::plus));
        Map<Long, ItemMark> marks = new HashMap<>();
        agreed(open).found.forEach((item, parts) -> marks.put(item, parts.get(0).mark()));
        return marks;
    }

    /** The newest items come last in a plan: so what is late by it is asked for with the oldest ones. */
    private void inPlan(InstalmentPlan.Judged plan, Left left) {
        Money later = plan.notYetDue(day);
        List<Part> newestFirst = new ArrayList<>(plan.plan().parts());
        Collections.reverse(newestFirst);
        for (Part part : newestFirst) {
            Money taken = left.take(new Part(part.itemId(), part.document(), later.min(part.amount())), ItemMark.IN_PLAN,
                    plan.plan().label(), plan.next(day), rest -> plan.next(day)
                            .map(next -> Words.of(DunningWord.IN_PLAN, part.document(), rest, plan.plan().label(), next))
                            .orElseGet(() -> Words.of(DunningWord.IN_PLAN_DUE, part.document(), rest, plan.plan().label())));
            later = later.minus(taken);
        }
    }

    /** What is still open and not left out. */
    private static final class Left {

        private final Map<Long, Money> open;
        private final Map<Long, List<Exclusion>> found = new LinkedHashMap<>();

        Left(Map<Long, Money> open) {
            this.open = open;
        }

        Money take(Part part, ItemMark mark, String label, Optional<LocalDate> until, Function<Money, Words> words) {
            Money zero = Money.zero(part.amount().currency());
            Money taken = open.getOrDefault(part.itemId(), zero).min(part.amount());
            if (taken.isPositive()) {
                open.put(part.itemId(), open.get(part.itemId()).minus(taken));
                found.computeIfAbsent(part.itemId(), any -> new ArrayList<>()).add(new Exclusion(part.itemId(),
                        part.document(), mark, label, taken, until, words.apply(taken)));
            }
            return taken;
        }
    }

    /** The order in which disputes are worked off: the earliest day of answer first. */
    public static final Comparator<Dispute> BY_CLOCK = Comparator.comparing(Dispute::respondBy).thenComparing(Dispute::id);
}
