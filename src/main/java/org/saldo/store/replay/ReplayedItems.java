package org.saldo.store.replay;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.store.reconciliation.BookReader;

/**
 * The items of a replay: a book that moves on with what people did. What they settled can be less open now than it was
 * then, because other rules have settled it before; then as much is settled as there is.
 */
final class ReplayedItems {

    /** Another name of an item, and of which kind it is. */
    record Name(String key, String kind) {
    }

    private final ItemBook book = new ItemBook();
    private final Map<Long, Item> ofUnknownCustomers = new LinkedHashMap<>();
    private final Map<Long, List<Name>> names;
    /** What was settled by a row that names no receipt. */
    private final Map<Long, Money> settledBy = new HashMap<>();

    /** @param names other names of items by the item's id */
    ReplayedItems(Map<Long, List<Name>> names) {
        this.names = names;
    }

    ItemBook book() {
        return book;
    }

    /** Adds an item, which is in the book once its customer is known. */
    void add(Item item) {
        ofUnknownCustomers.put(item.id(), item);
    }

    /** Puts the items into the book whose customers are known by now. */
    void release(PayerDirectory directory) {
        for (Iterator<Item> items = ofUnknownCustomers.values().iterator(); items.hasNext(); ) {
            Item item = items.next();
            if (directory.knows(item.customer())) {
                items.remove();
                book.add(item);
                names.getOrDefault(item.id(), List.of()).forEach(name -> BookReader.name(book, name.key, item.id(), name.kind));
            }
        }
    }

    /** What is open of an item; zero for one that is not known. */
    Money open(long id, Money zero) {
        Item held = ofUnknownCustomers.get(id);
        Item item = held == null ? book.item(id) : held;
        return item == null ? Money.zero(zero.currency()) : item.open();
    }

    void settle(long id, Money amount) {
        Item held = ofUnknownCustomers.get(id);
        if (held != null) {
            ofUnknownCustomers.put(id, held.withOpen(held.open().minus(amount)));
        } else if (amount.isPositive()) {
            book.settle(id, amount);
        }
    }

    void reopen(long id, Money amount) {
        Item held = ofUnknownCustomers.get(id);
        if (held != null) {
            ofUnknownCustomers.put(id, held.withOpen(held.open().plus(amount)));
        } else if (amount.isPositive() && book.item(id) != null) {
            book.reopen(id, amount);
        }
    }

    /**
     * What a row does that names no receipt: a write-off, a credit note that is netted by hand, a void.
     *
     * @param amount   negative for one that takes another back
     * @param reverses that other one; 0 for none
     */
    void change(long row, long item, Optional<Long> counter, Money amount, long reverses) {
        if (amount.isPositive()) {
            Money fits = amount.min(open(item, amount));
            Money taken = counter.map(note -> fits.min(open(note, amount))).orElse(fits);
            settle(item, taken);
            counter.ifPresent(note -> settle(note, taken));
            settledBy.put(row, taken);
        } else {
            Money back = settledBy.getOrDefault(reverses, amount.abs());
            reopen(item, back);
            counter.ifPresent(note -> reopen(note, back));
        }
    }
}
