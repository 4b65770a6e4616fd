package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;

/**
 * The items that receipts of one company may settle, with what is open of them now: the ledger as it was read, and the
 * decisions since. It holds every item that a text may name, and of each customer that may have paid all open items.
 */
public final class ItemBook {

    private final LongMap<Entry> entries = new LongMap<>();
    private final KeyIndex index = new KeyIndex();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, List<Entry>> orders = new HashMap<>();
    private final Elsewhere elsewhere = new Elsewhere(this);

    /** An item as it is now, by its number. */
    static final class Entry extends KeyIndex.Name {

        private final Account account;
        private Item now;
        private boolean listed;
        private boolean changed;
        /** The last of the other names that the index has of it. */
        KeyIndex.OtherName names;
        private List<String> cores;

        private Entry(long hash, Item item, Account account) {
            super(hash);
            this.now = item;
            this.account = account;
        }

        @Override
        Entry entry() {
            return this;
        }

        @Override
        boolean is(char[] text, int from, int to) {
            return KeyIndex.isKeyOf(now.number(), text, from, to);
        }

        Item now() {
            return now;
        }

        /** Whether a text may quote the number by {@code core}. */
        private boolean hasCore(String core) {
            return NumberCores.mayBeCoreOf(core, now.number()) && cores().contains(core);
        }

        private List<String> cores() {
            if (cores == null) {
                cores = NumberCores.coresOf(now);
            }
            return cores;
        }
    }

    /** Adds an item as the ledger has it; one that is there already stays as it is. */
    public void add(Item item) {
        if (entries.get(item.id()) != null) {
            return;
        }
        String key = ReferenceKey.of(item.number());
        Entry entry = new Entry(KeyHash.of(key), item, accountOf(item));
        entries.put(item.id(), entry);
        if (!key.isEmpty()) {
            index.putNumber(key, entry);
        }
        if (item.isOpen()) {
            entry.account.put(entry);
        }
    }

    /** Makes known under which purchase order an item was delivered; several may be under one. */
    public void order(String key, long item) {
        orders.computeIfAbsent(key, any -> new ArrayList<>(1)).add(entries.get(item));
    }

    boolean isWithoutOrders() {
        return orders.isEmpty();
    }

    /** The customer's items under a purchase order, as they are now, the oldest first; none where too many are under it. */
    List<Item> ordered(String key, String customer) {
        List<Entry> known = orders.getOrDefault(key, List.of());
        return known.isEmpty() || known.size() > KeyIndex.MANY ? List.of() : known.stream()
                .map(Entry::now).filter(item -> item.customer().equals(customer))
                .distinct().sorted(Item.OLDEST_FIRST).toList();
    }

    /** Makes an item known under another name: an alias, a payment reference. */
    public void name(String key, long item) {
        index.put(key, entries.get(item));
    }

    /** The items under this key, as they are now; none when no document has it. */
    List<Item> named(String key) {
        return index.find(key);
    }

    public Elsewhere elsewhere() {
        return elsewhere;
    }

    /** How an item was settled without any cash; empty when it was paid, or is settled since the book was read. */
    Optional<String> settledWithoutCash(Item item) {
        return entries.get(item.id()).changed ? Optional.empty() : elsewhere.settledWithoutCash(item);
    }

    KeyIndex index() {
        return index;
    }
    /** The customer's open items in a currency; empty for a customer who owes nothing. */
    Account account(String customer, Currency currency) {
        Account found = accounts.get(customer);
        while (found != null && !found.currency.equals(currency)) {
            found = found.other;
        }
        return found == null ? new Account(currency, null) : found;
    }

    private Account accountOf(Item item) {
        Currency currency = item.amount().currency();
        Account first = accounts.get(item.customer());
        for (Account account = first; account != null; account = account.other) {
            if (account.currency.equals(currency)) {
                return account;
            }
        }
        Account account = new Account(currency, first);
        accounts.put(item.customer(), account);
        return account;
    }

    /** @return the item as it is now, or null when the book does not have it */
    public Item item(long id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.now;
    }

    /** @throws IllegalStateException when less than {@code amount} is open */
    public void settle(long id, Money amount) {
        Entry entry = entries.get(id);
        Money left = entry.now.open().minus(amount);
        if (left.isNegative()) {
            throw new IllegalStateException(entry.now.label() + ": " + amount + " is more than is open");
        }
        entry.account.change(entry, left);
    }

    /** Takes back a settlement; the item has its original due date. */
    public void reopen(long id, Money amount) {
        Entry entry = entries.get(id);
        entry.account.change(entry, entry.now.open().plus(amount));
    }

    /** One customer's open items in one currency. Its indexes are made when somebody asks for the first time. */
    static final class Account {

        /** With so few entries looking at each is as fast as an index. */
        private static final int FEW = 16;
        private final Currency currency;
        private final Account other;
        private final List<Entry> entries = new ArrayList<>(4);
        private Map<Long, List<Entry>> byBalance;
        private Map<String, List<Entry>> byCore;
        private long sum;
        private int size;
        private int credits;

        private Account(Currency currency, Account other) {
            this.currency = currency;
            this.other = other;
        }

        private void put(Entry entry) {
            count(entry.now, 1);
            if (!entry.listed) {
                entry.listed = true;
                entries.add(entry);
                if (byCore != null) {
                    indexCores(entry);
                }
            }
            if (byBalance != null) {
                indexBalance(entry);
            }
        }

        private void change(Entry entry, Money open) {
            if (entry.now.isOpen()) {
                count(entry.now, -1);
            }
            entry.changed = true;
            entry.now = entry.now.withOpen(open);
            if (open.isPositive()) {
                put(entry);
            } else if (entries.size() > FEW && size < entries.size() / 2) {
                forgetSettled();
            }
        }

        private void count(Item item, int sign) {
            sum = Math.addExact(sum, sign * item.balance());
            size += sign;
            credits += item.credit() ? sign : 0;
        }

        private void forgetSettled() {
            entries.removeIf(entry -> {
                entry.listed = entry.now.isOpen();
                return !entry.listed;
            });
            byBalance = null;
            byCore = null;
        }

        int size() {
            return size;
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
            if (entries.size() > FEW && byBalance == null) {
                byBalance = new HashMap<>();
                entries.stream().filter(entry -> entry.now.isOpen()).forEach(this::indexBalance);
            }
            List<Entry> candidates = byBalance == null ? entries : byBalance.getOrDefault(balance, List.of());
            List<Item> found = new ArrayList<>(2);
            for (Entry entry : candidates) {
                if (entry.now.isOpen() && entry.now.balance() == balance && !found.contains(entry.now)) {
                    found.add(entry.now);
                }
            }
            found.sort(Item.OLDEST_FIRST);
            return found;
        }

        private void indexBalance(Entry entry) {
            byBalance.computeIfAbsent(entry.now.balance(), any -> new ArrayList<>(2)).add(entry);
        }

        /** The open items whose number has this core. */
        List<Item> ofCore(String core) {
            if (entries.size() <= FEW) {
                List<Item> found = new ArrayList<>(0);
                for (Entry entry : entries) {
                    if (entry.now.isOpen() && entry.hasCore(core)) {
                        found.add(entry.now);
                    }
                }
                return found;
            }
            if (byCore == null) {
                byCore = new HashMap<>();
                entries.forEach(this::indexCores);
            }
            return byCore.getOrDefault(core, List.of()).stream().map(Entry::now).filter(Item::isOpen).toList();
        }

        private void indexCores(Entry entry) {
            entry.cores().forEach(core -> byCore.computeIfAbsent(core, any -> new ArrayList<>(2)).add(entry));
        }

        /** How many of them are such, {@code most} at most. */
        int count(Predicate<Item> such, int most) {
            int counted = 0;
            for (int i = 0; i < entries.size() && counted < most; i++) {
                Item item = entries.get(i).now;
                counted += item.isOpen() && such.test(item) ? 1 : 0;
            }
            return counted;
        }

        /** All of them, the oldest first. */
        List<Item> items() {
            return entries.stream().map(Entry::now).filter(Item::isOpen).sorted(Item.OLDEST_FIRST).toList();
        }
    }
}
