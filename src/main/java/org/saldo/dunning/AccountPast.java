package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.saldo.money.Money;

/**
 * What came in for a customer's promises and plans, and what became of their items, as far as it was known when it was read.
 *
 * @param cash  what was received, by the item that it settles; net of what was taken back
 * @param items the past of each item of a promise or a plan, by its id
 */
public record AccountPast(List<Cash> cash, Map<Long, Item> items) {

    public static final AccountPast NOTHING = new AccountPast(List.of(), Map.of());

    /** Cash of one receipt that settles an item; {@code itemId} is 0 for what settles none yet. */
    public record Cash(LocalDate bookedOn, long itemId, Money amount) {

        boolean isOnAccount(Currency currency, LocalDate from) {
            return itemId == 0 && amount.currency().equals(currency) && !bookedOn.isBefore(from);
        }
    }

    /** An item with what was open of it at the start and everything that has lowered or raised that since. */
    public record Item(Money start, List<Settled> settled) {

        public Item {
            settled = List.copyOf(settled);
        }

        /** What was open at the end of {@code day}; never negative. */
        Money openAt(LocalDate day) {
            Money open = start;
            for (Settled each : settled) {
                open = each.on().isAfter(day) ? open : open.minus(each.amount());
            }
            return open.max(Money.zero(start.currency()));
        }

        /** The same, where a payment that went back later never was one. */
        Money leftAt(LocalDate day) {
            Map<Long, LocalDate> came = new HashMap<>();
            settled.forEach(each -> came.merge(each.receiptId(), each.on(), (one, other) -> one.isBefore(other) ? one : other));
            Money left = start;
            for (Settled each : settled) {
                LocalDate on = each.receiptId() == 0 ? each.on() : came.get(each.receiptId());
                left = on.isAfter(day) ? left : left.minus(each.amount());
            }
            return left.max(Money.zero(start.currency()));
        }
    }

    /**
     * By how much an item was lowered (negative: raised again) and the day on which it counts; {@code receiptId} is that of
     * the cash, 0 for what is none.
     */
    public record Settled(LocalDate on, Money amount, long receiptId) {
    }

    public AccountPast {
        cash = List.copyOf(cash);
        items = Map.copyOf(items);
    }

    /** What was open of these parts' items on {@code day}, each up to its part. */
    Money openOf(List<Part> parts, LocalDate day) {
        return sum(parts, item -> item.openAt(day));
    }

    /** The same, where a payment that went back later never was one. */
    Money leftOf(List<Part> parts, LocalDate day) {
        return sum(parts, item -> item.leftAt(day));
    }

    /** What was booked from a day on until another and settles no item yet. */
    Money onAccount(Currency currency, LocalDate from, LocalDate until) {
        return cash.stream().filter(each -> each.isOnAccount(currency, from) && !each.bookedOn().isAfter(until))
                .map(Cash::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** The same without so much of what settles no item yet and was booked from a day on. */
    AccountPast withoutOnAccount(Money used, LocalDate from) {
        List<Cash> rest = new ArrayList<>();
        Money left = used;
        for (Cash each : cash) {
            Money part = each.isOnAccount(used.currency(), from) ? left.min(each.amount()) : Money.zero(used.currency());
            left = left.minus(part);
            rest.add(part.isPositive() ? new Cash(each.bookedOn(), each.itemId(), each.amount().minus(part)) : each);
        }
        return new AccountPast(rest, items);
    }

    private Money sum(List<Part> parts, Function<Item, Money> open) {
        Money sum = Money.zero(parts.get(0).amount().currency());
        for (Part part : parts) {
            Item item = items.get(part.itemId());
            sum = item == null ? sum : sum.plus(open.apply(item).min(part.amount()));
        }
        return sum;
    }
}
