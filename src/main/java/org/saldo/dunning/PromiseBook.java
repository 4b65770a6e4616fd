package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.saldo.dunning.PaymentPromise.State;
import org.saldo.money.Money;

/**
 * Holds a customer's promises in one currency against its cash. Cash keeps one promise only: the one whose day comes first,
 * and of it first the items that the cash settles.
 */
final class PromiseBook {

    /** A promise with what came for it by a day, in all and by item, and so what has become of it. */
    record Judged(PaymentPromise promise, Money paid, Map<Long, Money> paidByItem, State state) {

        /** What is still promised of an item. */
        Money left(Part part) {
            Money zero = Money.zero(part.amount().currency());
            return part.amount().minus(paidByItem.getOrDefault(part.itemId(), zero)).max(zero);
        }
    }

    private final AccountPast past;
    private final LocalDate day;
    private final List<Money> left = new ArrayList<>();

    PromiseBook(AccountPast past, LocalDate day) {
        this.past = past;
        this.day = day;
        past.cash().forEach(each -> left.add(each.amount()));
    }

    /** Every promise as it stands at the end of the day, in the order of their days. */
    List<Judged> judge(List<PaymentPromise> promises) {
        return promises.stream().sorted(Comparator.comparing(PaymentPromise::until).thenComparing(PaymentPromise::id))
                .map(this::judge).toList();
    }

    /** The past with the cash that keeps none of the promises judged so far. */
    AccountPast rest() {
        List<AccountPast.Cash> rest = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            AccountPast.Cash cash = past.cash().get(i);
            rest.add(new AccountPast.Cash(cash.bookedOn(), cash.itemId(), left.get(i)));
        }
        return new AccountPast(rest, past.items());
    }

    private Judged judge(PaymentPromise promise) {
        Money zero = Money.zero(promise.amount().currency());
        Map<Long, Money> byItem = new HashMap<>();
        Money missing = promise.amount();
        if (!promise.isCancelled()) {
            for (Part part : promise.parts()) {
                Money taken = take(promise, part.amount().min(missing), cash -> cash.itemId() == part.itemId());
                byItem.merge(part.itemId(), taken, Money::plus);
                missing = missing.minus(taken);
            }
            missing = missing.minus(take(promise, missing, cash -> promise.whole() && cash.itemId() != 0));
            missing = missing.minus(take(promise, missing, cash -> cash.itemId() == 0));
        }
        Money paid = promise.amount().minus(missing);
        return new Judged(promise, paid, byItem, paid.equals(zero) || paid.compareTo(promise.enough()) < 0
                ? unkept(promise, paid) : State.KEPT);
    }

    private Money take(PaymentPromise promise, Money most, Predicate<AccountPast.Cash> which) {
        Money taken = Money.zero(most.currency());
        for (int i = 0; i < left.size(); i++) {
            AccountPast.Cash cash = past.cash().get(i);
            boolean inTime = !cash.bookedOn().isBefore(promise.madeOn()) && !cash.bookedOn().isAfter(promise.until())
                    && cash.amount().currency().equals(most.currency());
            if (inTime && which.test(cash)) {
                Money part = left.get(i).min(most.minus(taken));
                left.set(i, left.get(i).minus(part));
                taken = taken.plus(part);
            }
        }
        return taken;
    }

    private State unkept(PaymentPromise promise, Money paid) {
        if (promise.isCancelled()) {
            return promise.replaced() ? State.BROKEN : State.CANCELLED;
        }
        LocalDate end = day.isBefore(promise.until()) ? day : promise.until();
        if (past.leftOf(promise.parts(), end).isZero()) {
            return paid.isPositive() ? State.KEPT : State.CANCELLED;
        }
        if (!day.isAfter(promise.until())) {
            return State.OPEN;
        }
        return paid.isPositive() ? State.PARTLY_KEPT : State.BROKEN;
    }
}
