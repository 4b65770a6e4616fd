package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.saldo.ledger.Told;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** The documents of one customer that a text quotes. */
final class Quoted implements Told {

    private final String customer;
    private final List<Item> items;
    private final boolean weak;
    private final int digits;
    private final boolean announced;
    private final List<Item> invoices = new ArrayList<>(2);
    private final List<Item> creditNotes = new ArrayList<>(0);

    /**
     * @param items  in the order of their numbers
     * @param weak   no number of them is certainly a number: each may be a date, or a part of a longer token
     * @param digits how many digits the longest number has
     * @param announced a word such as invoice stands before one of the numbers, or there is no other number
     */
    Quoted(String customer, List<Item> items, boolean weak, int digits, boolean announced) {
        this.customer = customer;
        this.items = items;
        this.weak = weak;
        this.digits = digits;
        this.announced = announced;
        for (Item item : items) {
            if (item.isOpen()) {
                (item.credit() ? creditNotes : invoices).add(item);
            }
        }
    }

    String customer() {
        return customer;
    }

    List<Item> items() {
        return items;
    }

    boolean weak() {
        return weak;
    }

    /** Whether the numbers prove more than an exact sum: long enough, or with a word before them, and certainly numbers. */
    boolean isStrong(MatchingPolicy policy) {
        return !weak && (announced || digits >= policy.partPaymentDigits());
    }

    /** The open ones that are to be paid. */
    List<Item> invoices() {
        return invoices;
    }

    /** The open ones that lower what is to be paid. */
    List<Item> creditNotes() {
        return creditNotes;
    }

    /** The one of which most is open, the first of several. */
    Item largest() {
        return invoices.stream().reduce((one, other) -> other.open().compareTo(one.open()) > 0 ? other : one).orElseThrow();
    }

    /** Whether as much is missing as one of several invoices has open: it may have been meant not to be paid at all. */
    boolean mayLeaveOneOut(Money missing) {
        return invoices.size() > 1 && invoices.stream().anyMatch(item -> item.open().compareTo(missing) <= 0);
    }

    /** What is missing on each invoice when the largest bears it. */
    List<Money> missingOnLargest(Money missing) {
        Item largest = largest();
        return invoices.stream().map(item -> item.id() == largest.id() ? missing : Money.zero(missing.currency())).toList();
    }

    /** The same, when the text has no other number. */
    Quoted certain() {
        return new Quoted(customer, items, false, digits, true);
    }

    /** The same with documents that are quoted by a part of their number. */
    Quoted with(List<Item> more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(more);
        return new Quoted(customer, all, weak, digits, announced);
    }

    boolean isSettled() {
        return invoices.isEmpty() && creditNotes.isEmpty();
    }

    boolean names(Item item) {
        return items.stream().anyMatch(mine -> mine.id() == item.id());
    }

    long documents() {
        return items.stream().map(Item::number).distinct().count();
    }

    /** What is open of the invoices. */
    Money open(Money zero) {
        return sum(zero, invoices);
    }

    static Money sum(Money zero, List<Item> items) {
        Money sum = Money.zero(zero.currency());
        for (Item item : items) {
            sum = sum.plus(item.open());
        }
        return sum;
    }

    /** The gross amounts of the invoices, also of those that are settled. */
    Money gross(Money zero) {
        Money sum = Money.zero(zero.currency());
        for (Item item : items) {
            sum = item.credit() ? sum : sum.plus(item.amount());
        }
        return sum;
    }

    /** Settling what is open with this much cash, the first item first. */
    List<Verdict.Part> parts(Money cash) {
        List<Verdict.Part> parts = new ArrayList<>(invoices.size());
        Money rest = cash;
        for (Item item : invoices) {
            if (rest.isPositive()) {
                parts.add(Verdict.Part.cash(item, rest.min(item.open())));
                rest = rest.minus(rest.min(item.open()));
            }
        }
        return parts;
    }

    @Override
    public Words told() {
        Set<String> shown = new LinkedHashSet<>();
        items.forEach(item -> shown.add(item.told().stored()));
        return Words.read(String.join(", ", shown), EvidenceWord.ENGLISH);
    }

    @Override
    public String toString() {
        return told().toString();
    }
}
