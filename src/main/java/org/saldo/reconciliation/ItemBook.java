package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;

/**
 * The items that receipts of one company may settle, with what is open of them now: the ledger as it was read, and the
 * decisions since. It holds every item that a text may name, and of each customer that may have paid all open items.
 */
public final class ItemBook {

    private final Map<Long, Item> now = new HashMap<>();
    private final Map<String, List<Long>> byKey = new HashMap<>();
    private final Map<String, Map<Currency, Account>> accounts = new HashMap<>();

    /** Adds an item as the ledger has it; one that is there already stays as it is. */
    public void add(Item item) {
        if (now.putIfAbsent(item.id(), item) != null) {
            return;
        }
        name(ReferenceKey.of(item.number()), item.id());
        if (item.isOpen()) {
            account(item).put(item);
        }
    }

    /** Makes an item known under another name: an alias, a payment reference, a purchase order. */
    public void name(String key, long item) {
        List<Long> named = byKey.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!key.isEmpty() && !named.contains(item)) {
            named.add(item);
        }
    }

    /** The items under this key, as they are now; none when no document has it. */
    List<Item> named(String key) {
        List<Long> ids = byKey.get(key);
        return ids == null ? List.of() : ids.stream().map(now::get).toList();
    }

    /** The customer's open items in a currency; empty for a customer who owes nothing. */
    Account account(String customer, Currency currency) {
        return accounts.getOrDefault(customer, Map.of()).getOrDefault(currency, Account.EMPTY);
    }

    private Account account(Item item) {
        return accounts.computeIfAbsent(item.customer(), any -> new HashMap<>(2))
                .computeIfAbsent(item.amount().currency(), any -> new Account());
    }

    /** @return the item as it is now, or null when the book does not have it */
    public Item item(long id) {
        return now.get(id);
    }

    /** @throws IllegalStateException when less than {@code amount} is open */
    public void settle(long id, Money amount) {
        Item before = now.get(id);
        Money left = before.open().minus(amount);
        if (left.isNegative()) {
            throw new IllegalStateException(before.label() + ": " + amount + " is more than is open");
        }
        change(before, before.withOpen(left));
    }

    /** Takes back a settlement; the item has its original due date. */
    public void reopen(long id, Money amount) {
        Item before = now.get(id);
        change(before, before.withOpen(before.open().plus(amount)));
    }

    private void change(Item before, Item after) {
        now.put(after.id(), after);
        Account account = account(after);
        if (before.isOpen()) {
            account.remove(before);
        }
        if (after.isOpen()) {
            account.put(after);
        }
    }

    /** One customer's open items in one currency. */
    static final class Account {

        private static final Account EMPTY = new Account();

        private final Map<Long, Item> open = new LinkedHashMap<>();
        private final Map<Long, Set<Long>> byAmount = new HashMap<>();
        private final Map<String, Set<Long>> byCore = new HashMap<>();
        private boolean hasCores;
        private long sum;
        private int credits;

        private void put(Item item) {
            open.put(item.id(), item);
            byAmount.computeIfAbsent(item.balance(), any -> new LinkedHashSet<>(2)).add(item.id());
            sum = Math.addExact(sum, item.balance());
            credits += item.credit() ? 1 : 0;
            if (hasCores) {
                putCores(item);
            }
        }

        private void remove(Item item) {
            open.remove(item.id());
            Set<Long> same = byAmount.get(item.balance());
            same.remove(item.id());
            if (same.isEmpty()) {
                byAmount.remove(item.balance());
            }
            sum = Math.subtractExact(sum, item.balance());
            credits -= item.credit() ? 1 : 0;
        }

        private void putCores(Item item) {
            NumberCores.coresOf(item.number())
                    .forEach(core -> byCore.computeIfAbsent(core, any -> new LinkedHashSet<>(2)).add(item.id()));
        }

        /** The open items whose number has this core; they are indexed when somebody asks for the first time. */
        List<Item> ofCore(String core) {
            if (!hasCores) {
                hasCores = true;
                open.values().forEach(this::putCores);
            }
            return byCore.getOrDefault(core, Set.of()).stream().map(open::get).filter(Objects::nonNull).toList();
        }

        int size() {
            return open.size();
        }

        boolean hasCredits() {
            return credits > 0;
        }

        /** What settling all of them takes, in minor units; credit notes lower it. */
        long sum() {
            return sum;
        }

        /** The items whose settling takes exactly {@code balance} minor units, the oldest first. */
        List<Item> ofBalance(long balance) {
            return byAmount.getOrDefault(balance, Set.of()).stream().map(open::get).sorted(Item.OLDEST_FIRST).toList();
        }

        /** All of them, the oldest first. */
        List<Item> items() {
            return open.values().stream().sorted(Item.OLDEST_FIRST).toList();
        }
    }
}
