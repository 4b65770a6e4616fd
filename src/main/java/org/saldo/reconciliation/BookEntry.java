package org.saldo.reconciliation;

import java.util.List;

/** An item of a book as it is now, by its number. */
final class BookEntry extends KeyIndex.Name {

    private final OpenItems account;
    private Item now;
    private boolean changed;
    /** Whether its account lists it. */
    boolean listed;
    /** The last of the other names that the index has of it. */
    KeyIndex.OtherName names;
    private List<String> cores;

    BookEntry(long hash, Item item, OpenItems account) {
        super(hash);
        this.now = item;
        this.account = account;
    }

    @Override
    BookEntry entry() {
        return this;
    }

    @Override
    boolean is(String key) {
        return KeyIndex.isKeyOf(now.number(), key);
    }

    OpenItems account() {
        return account;
    }

    Item now() {
        return now;
    }

    void change(Item next) {
        now = next;
        changed = true;
    }

    /** Whether it is not as the ledger had it any more. */
    boolean hasChanged() {
        return changed;
    }

    /** Whether a text may quote the number by {@code core}. */
    boolean hasCore(String core) {
        return NumberCores.mayBeCoreOf(core, now.number()) && cores().contains(core);
    }

    List<String> cores() {
        if (cores == null) {
            cores = NumberCores.coresOf(now);
        }
        return cores;
    }
}
