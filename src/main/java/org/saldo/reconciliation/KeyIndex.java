package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.saldo.ledger.ReferenceKey;

/**
 * Items by the keys of their numbers and other names, found by a piece of a text without copying it: by the piece's hash
 * first, and then letter by letter.
 */
final class KeyIndex {

    private static final int SMALLEST = 1024;
    /** Says of most keys that are not there that they are not, from memory that stays near the processor. */
    private static final int BITS_PER_SLOT = 8;
    static final int MANY = 256;

    private Name[] names = new Name[SMALLEST];
    private long[] filter = new long[SMALLEST * BITS_PER_SLOT / Long.SIZE];
    private final KeyShapes shapes = new KeyShapes();
    private int size;

    /** A name of an item; further ones in the same slot follow. */
    abstract static class Name {

        private final long hash;
        private Name next;

        Name(long hash) {
            this.hash = hash;
        }

        abstract BookEntry entry();

        abstract boolean is(String key);
    }

    /** Any name but the item's own number, which the item itself has; it knows the one that the item was given before. */
    static final class OtherName extends Name {

        private final String key;
        private final BookEntry entry;
        private final OtherName before;

        private OtherName(long hash, String key, BookEntry entry) {
            super(hash);
            this.key = key;
            this.entry = entry;
            this.before = entry.names;
        }

        @Override
        BookEntry entry() {
            return entry;
        }

        @Override
        boolean is(String other) {
            return key.equals(other);
        }
    }

    /** Makes an item known by the key of its number. */
    void putNumber(String key, BookEntry entry) {
        shapes.add(key);
        add(entry);
    }

    /** Makes an item known by another name too, unless it is known by it. */
    void put(String key, BookEntry entry) {
        if (key.isEmpty()) {
            return;
        }
        if (entry.is(key)) {
            return;
        }
        for (OtherName name = entry.names; name != null; name = name.before) {
            if (name.key.equals(key)) {
                return;
            }
        }
        shapes.add(key);
        entry.names = new OtherName(KeyHash.of(key), key, entry);
        add(entry.names);
    }

    private void add(Name name) {
        if (++size > names.length) {
            grow();
        }
        link(name);
    }

    private void link(Name name) {
        int slot = slotOf(name.hash);
        name.next = names[slot];
        names[slot] = name;
        filter[wordOf(name.hash)] |= 1L << name.hash;
    }

    private void grow() {
        Name[] old = names;
        names = new Name[old.length * 2];
        filter = new long[filter.length * 2];
        for (Name first : old) {
            Name name = first;
            while (name != null) {
                Name next = name.next;
                link(name);
                name = next;
            }
        }
    }

    private int slotOf(long hash) {
        return (int) (hash >>> 32) & names.length - 1;
    }

    private int wordOf(long hash) {
        return (int) (hash >>> 6) & filter.length - 1;
    }

    /** The lengths of keys that begin so, as {@link KeyShapes}. */
    long lengths(char first) {
        return shapes.lengths(first);
    }

    /** Whether no item has a key of this hash, for certain. */
    boolean lacks(long hash) {
        return (filter[wordOf(hash)] & 1L << hash) == 0;
    }

    /**
     * The items, as they are now, of a key and its hash. What more than {@value #MANY} items are called by is the name of
     * none: it is a contract's, an order's or a customer's.
     */
    List<Item> find(long hash, String key) {
        Item only = null;
        List<Item> several = null;
        for (Name name = names[slotOf(hash)]; name != null; name = name.next) {
            if (name.hash == hash && name.is(key)) {
                if (only == null) {
                    only = name.entry().now();
                    continue;
                }
                several = several == null ? new ArrayList<>(List.of(only)) : several;
                if (several.size() == MANY) {
                    return List.of();
                }
                several.add(name.entry().now());
            }
        }
        if (several != null) {
            several.sort(Item.OLDEST_FIRST);
            return several;
        }
        return only == null ? List.of() : List.of(only);
    }

    List<Item> find(String key) {
        return find(KeyHash.of(key), key);
    }

    /** Whether it is the number's key, without making that. */
    static boolean isKeyOf(String number, String key) {
        int at = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= 128) {
                return ReferenceKey.of(number).equals(key);
            }
            char letter = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
            boolean counts = letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
            if (counts && (at == key.length() || key.charAt(at++) != letter)) {
                return false;
            }
        }
        return at == key.length();
    }
}
