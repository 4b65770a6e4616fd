package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.money.Money;

/**
 * The documents of one customer that a text quotes.
 *
 * @param items  in the order of their numbers
 * @param weak   no number of them is certainly a number: each may be a date, or a part of a longer token
 * @param digits how many digits the longest number has
 */
record Quoted(String customer, List<Item> items, boolean weak, int digits) {

    Quoted {
        items = List.copyOf(items);
    }

    /** The same with documents that are quoted by a part of their number. */
    Quoted with(List<Item> more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(more);
        return new Quoted(customer, all, weak, digits);
    }

    List<Item> invoices() {
        return items.stream().filter(item -> item.isOpen() && !item.credit()).toList();
    }

    List<Item> creditNotes() {
        return items.stream().filter(item -> item.isOpen() && item.credit()).toList();
    }

    boolean isSettled() {
        return items.stream().noneMatch(Item::isOpen);
    }

    boolean names(Item item) {
        return items.stream().anyMatch(mine -> mine.id() == item.id());
    }

    long documents() {
        return items.stream().map(Item::number).distinct().count();
    }

    /** What is open of the invoices. */
    Money open(Money zero) {
        return sum(zero, invoices());
    }

    static Money sum(Money zero, List<Item> items) {
        Money sum = Money.zero(zero.currency());
        for (Item item : items) {
            sum = sum.plus(item.open());
        }
        return sum;
    }

    /** The gross amounts of the invoices. */
    Money gross(Money zero) {
        Money sum = Money.zero(zero.currency());
        for (Item item : items) {
            sum = item.credit() ? sum : sum.plus(item.amount());
        }
        return sum;
    }

    /** Settling what is open with this much cash, the first item first. */
    List<Verdict.Part> parts(Money cash) {
        List<Verdict.Part> parts = new ArrayList<>();
        Money rest = cash;
        for (Item item : invoices()) {
            if (rest.isPositive()) {
                parts.add(Verdict.Part.cash(item, rest.min(item.open())));
                rest = rest.minus(rest.min(item.open()));
            }
        }
        return parts;
    }

    @Override
    public String toString() {
        Map<String, Item> shown = new LinkedHashMap<>();
        items.forEach(item -> shown.put(item.toString(), item));
        return String.join(" and ", shown.keySet());
    }
}
