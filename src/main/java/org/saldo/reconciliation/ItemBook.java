package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The items that receipts of one company may settle, with what is open of them now: the ledger as it was read, and the
 * decisions since. It holds every item that a text may name, and of each customer that may have paid all open items.
 */
public final class ItemBook {

    private final LongMap<BookEntry> entries = new LongMap<>();
    private final KeyIndex index = new KeyIndex();
    private final Map<String, OpenItems> accounts = new HashMap<>();
    private final Map<String, List<BookEntry>> orders = new HashMap<>();
    private final Elsewhere elsewhere = new Elsewhere(this);

    /** Adds an item as the ledger has it; one that is there already stays as it is. */
    public void add(Item item) {
        if (entries.get(item.id()) != null) {
            return;
        }
        String key = ReferenceKey.of(item.number());
        BookEntry entry = new BookEntry(KeyHash.of(key), item, accountOf(item));
        entries.put(item.id(), entry);
        if (!key.isEmpty()) {
            index.putNumber(key, entry);
        }
        if (item.isOpen()) {
            entry.account().put(entry);
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
        List<BookEntry> known = orders.getOrDefault(key, List.of());
        return known.isEmpty() || known.size() > KeyIndex.MANY ? List.of() : known.stream()
                .map(BookEntry::now).filter(item -> item.customer().equals(customer))
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

    List<Item> named(Quotation.Hit hit) {
        return index.find(hit.hash(), hit.reference().key());
    }

    public Elsewhere elsewhere() {
        return elsewhere;
    }

    /** How an item was settled without any cash; empty when it was paid, or is settled since the book was read. */
    Optional<Words> settledWithoutCash(Item item) {
        return entries.get(item.id()).hasChanged() ? Optional.empty() : elsewhere.settledWithoutCash(item);
    }

    /** Which of these numbers documents have, here or elsewhere. */
    KnownNumbers known(List<String> numbers) {
        return elsewhere.known(numbers);
    }

    KeyIndex index() {
        return index;
    }

    /** The customer's open items in a currency; empty for a customer who owes nothing. */
    OpenItems account(String customer, Currency currency) {
        OpenItems found = accounts.get(customer);
        while (found != null && !found.isIn(currency)) {
            found = found.other();
        }
        return found == null ? new OpenItems(currency, null) : found;
    }

    private OpenItems accountOf(Item item) {
        Currency currency = item.amount().currency();
        OpenItems first = accounts.get(item.customer());
        for (OpenItems account = first; account != null; account = account.other()) {
            if (account.isIn(currency)) {
                return account;
            }
        }
        OpenItems account = new OpenItems(currency, first);
        accounts.put(item.customer(), account);
        return account;
    }

    /** @return the item as it is now, or null when the book does not have it */
    public Item item(long id) {
        BookEntry entry = entries.get(id);
        return entry == null ? null : entry.now();
    }

    /** @throws IllegalStateException when less than {@code amount} is open */
    public void settle(long id, Money amount) {
        BookEntry entry = entries.get(id);
        Money left = entry.now().open().minus(amount);
        if (left.isNegative()) {
            throw new IllegalStateException(entry.now().label() + ": " + amount + " is more than is open");
        }
        entry.account().change(entry, left);
    }

    /** Takes back a settlement; the item has its original due date. */
    public void reopen(long id, Money amount) {
        BookEntry entry = entries.get(id);
        entry.account().change(entry, entry.now().open().plus(amount));
    }
}
