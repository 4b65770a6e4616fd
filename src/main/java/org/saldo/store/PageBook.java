package org.saldo.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;

/** The items that a page touches, with what is open of them after the decisions so far. */
final class PageBook {

    private static final Comparator<Item> OLDEST_FIRST = Comparator.comparing(Item::issued).thenComparing(Item::number)
            .thenComparingInt(Item::instalment);

    private final Map<Long, Item> before = new LinkedHashMap<>();
    private final Map<Long, Money> now = new HashMap<>();
    private final Map<String, List<Item>> openItems = new HashMap<>();

    /** Makes an item known as it was when the page was read. */
    void know(Item item) {
        before.putIfAbsent(item.id(), item);
        now.putIfAbsent(item.id(), item.open());
    }

    /** Makes known all open items of a customer, or the first of very many. */
    void knowOpenItems(String customer, List<Item> items) {
        items.forEach(this::know);
        openItems.put(customer, new ArrayList<>(items));
    }

    boolean knowsOpenItemsOf(String customer) {
        return openItems.containsKey(customer);
    }

    /** Whether all open items of the customer were read, not just the first of more than {@code most}. */
    boolean knowsAllOpenItemsOf(String customer, int most) {
        List<Item> items = openItems.get(customer);
        return items != null && items.size() <= most;
    }

    /** The customer's open items as they are now. */
    List<Item> openItemsOf(String customer) {
        return openItems.getOrDefault(customer, List.of()).stream().map(this::current).filter(Item::isOpen)
                .sorted(OLDEST_FIRST).toList();
    }

    Item current(Item item) {
        Money open = now.get(item.id());
        return open == null || open.equals(item.open()) ? item : item.withOpen(open);
    }

    void settle(Item item, Money amount) {
        Money left = now.get(item.id()).minus(amount);
        if (left.isNegative()) {
            throw new StoreException(item.label() + ": " + amount + " is more than is open; nothing was written");
        }
        now.put(item.id(), left);
    }

    void reopen(Item item, Money amount) {
        know(item);
        now.put(item.id(), now.get(item.id()).plus(amount));
        List<Item> listed = openItems.get(item.customer());
        if (listed != null && listed.stream().noneMatch(other -> other.id() == item.id())) {
            listed.add(item);
        }
    }

    /** The items whose open amount has changed, each as it was. */
    List<Item> changed() {
        return before.values().stream().filter(item -> !now.get(item.id()).equals(item.open())).toList();
    }
}
