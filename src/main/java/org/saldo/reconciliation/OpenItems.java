package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.saldo.money.Money;

/** One customer's open items in one currency. Its indexes are made when somebody asks for the first time. */
final class OpenItems {

    /** With so few entries looking at each is as fast as an index. */
    private static final int FEW = 16;
    private final Currency currency;
    private final OpenItems other;
    private final List<BookEntry> entries = new ArrayList<>(4);
    private Map<Long, List<BookEntry>> byBalance;
    private Map<String, List<BookEntry>> byCore;
    private long sum;
    private int size;
    private int credits;

    OpenItems(Currency currency, OpenItems other) {
        this.currency = currency;
        this.other = other;
    }

    void put(BookEntry entry) {
        count(entry.now(), 1);
        if (!entry.listed) {
            entry.listed = true;
            entries.add(entry);
            if (byCore != null) {
                indexCores(entry, byCore);
            }
        }
        if (byBalance != null) {
            indexBalance(entry, byBalance);
        }
    }

    void change(BookEntry entry, Money open) {
        if (entry.now().isOpen()) {
            count(entry.now(), -1);
        }
        entry.change(entry.now().withOpen(open));
        if (open.isPositive()) {
            put(entry);
        } else if (entries.size() > FEW && size < entries.size() / 2) {
            forgetSettled();
        }
    }

    boolean isIn(Currency asked) {
        return currency.equals(asked);
    }

    /** The same customer's in another currency; null when there is none. */
    OpenItems other() {
        return other;
    }

    private void count(Item item, int sign) {
        sum = Math.addExact(sum, sign * item.balance());
        size += sign;
        credits += item.credit() ? sign : 0;
    }

    private void forgetSettled() {
        entries.removeIf(entry -> {
            entry.listed = entry.now().isOpen();
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
        List<BookEntry> candidates = entries.size() <= FEW ? entries : byBalance().getOrDefault(balance, List.of());
        List<Item> found = new ArrayList<>(2);
        for (BookEntry entry : candidates) {
            if (entry.now().isOpen() && entry.now().balance() == balance && !found.contains(entry.now())) {
                found.add(entry.now());
            }
        }
        found.sort(Item.OLDEST_FIRST);
        return found;
    }

    private Map<Long, List<BookEntry>> byBalance() {
        Map<Long, List<BookEntry>> known = byBalance;
        if (known != null) {
            return known;
        }
        Map<Long, List<BookEntry>> made = new HashMap<>();
        entries.stream().filter(entry -> entry.now().isOpen()).forEach(entry -> indexBalance(entry, made));
        byBalance = made;
        return made;
    }

    private static void indexBalance(BookEntry entry, Map<Long, List<BookEntry>> index) {
        index.computeIfAbsent(entry.now().balance(), any -> new ArrayList<>(2)).add(entry);
    }

    /** The open items whose number has this core. */
    List<Item> ofCore(String core) {
        if (entries.size() <= FEW) {
            List<Item> found = new ArrayList<>(0);
            for (BookEntry entry : entries) {
                if (entry.now().isOpen() && entry.hasCore(core)) {
                    found.add(entry.now());
                }
            }
            return found;
        }
        return byCore().getOrDefault(core, List.of()).stream().map(BookEntry::now).filter(Item::isOpen).toList();
    }

    private Map<String, List<BookEntry>> byCore() {
        Map<String, List<BookEntry>> known = byCore;
        if (known != null) {
            return known;
        }
        Map<String, List<BookEntry>> made = new HashMap<>();
        entries.forEach(entry -> indexCores(entry, made));
        byCore = made;
        return made;
    }

    private static void indexCores(BookEntry entry, Map<String, List<BookEntry>> index) {
        entry.cores().forEach(core -> index.computeIfAbsent(core, any -> new ArrayList<>(2)).add(entry));
    }

    /** How many of them are such, {@code most} at most. */
    int count(Predicate<Item> such, int most) {
        int counted = 0;
        for (int i = 0; i < entries.size() && counted < most; i++) {
            Item item = entries.get(i).now();
            counted += item.isOpen() && such.test(item) ? 1 : 0;
        }
        return counted;
    }

    /** All of them, the oldest first. */
    List<Item> items() {
        return entries.stream().map(BookEntry::now).filter(Item::isOpen).sorted(Item.OLDEST_FIRST).toList();
    }
}
