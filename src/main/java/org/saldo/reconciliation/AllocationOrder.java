package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * Which open items the money of a payer settles who does not say what he pays. Civil codes say: what is due first, of that
 * the oldest, of what is as old each in proportion (BGB 366, Code civil 1342-10, 民法典 560); in Spain all that is due in
 * proportion (Código Civil 1174). What the payer says, also later, goes before any of it.
 */
public enum AllocationOrder {
    /** What is due first; of that, and then of the rest, the earliest due date; in proportion where that is the same. */
    DUE_OLDEST("due-oldest"),
    /** The earliest issue date first, due or not; in proportion where that is the same. */
    OLDEST("oldest"),
    /** What is due first; of that, and then of the rest, all in proportion. */
    PRO_RATA("pro-rata"),
    /** Nothing: a person decides. */
    HOLD("hold");

    private final String label;

    AllocationOrder(String label) {
        this.label = label;
    }

    /** The name in policies and customer data. */
    public String label() {
        return label;
    }

    /** @return empty when the text is no order; upper case and underscores do not matter */
    public static Optional<AllocationOrder> of(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(values()).filter(order -> order.label.equals(wanted)).findFirst();
    }

    /** Settles the invoices with this much cash, as far as it goes; nothing in the order {@link #HOLD}. */
    List<Verdict.Part> settle(List<Item> invoices, Money cash, LocalDate day) {
        List<Verdict.Part> parts = new ArrayList<>();
        Money rest = this == HOLD ? Money.zero(cash.currency()) : cash;
        for (List<Item> group : groups(invoices, day)) {
            if (rest.isPositive()) {
                List<Verdict.Part> settled = Proportion.parts(group, rest);
                parts.addAll(settled);
                for (Verdict.Part part : settled) {
                    rest = rest.minus(part.amount());
                }
            }
        }
        return parts;
    }

    /** What is settled together, and in proportion where the cash does not suffice. */
    private List<List<Item>> groups(List<Item> invoices, LocalDate day) {
        Comparator<Item> order = order(day);
        List<List<Item>> groups = new ArrayList<>();
        Item before = null;
        for (Item item : invoices.stream().sorted(order.thenComparing(Item.OLDEST_FIRST)).toList()) {
            if (before == null || order.compare(before, item) != 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(item);
            before = item;
        }
        return groups;
    }

    private Comparator<Item> order(LocalDate day) {
        Comparator<Item> dueFirst = Comparator.comparing(item -> item.due().isAfter(day));
        return switch (this) {
            case DUE_OLDEST -> dueFirst.thenComparing(Item::due);
            case OLDEST -> Comparator.comparing(Item::issued);
            case PRO_RATA, HOLD -> dueFirst;
        };
    }
}
