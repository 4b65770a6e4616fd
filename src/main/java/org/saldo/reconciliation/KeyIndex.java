package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;

/**
 * Items by the keys of their numbers and other names, found by a piece of a text without copying it: by the piece's hash
 * first, and then letter by letter.
 */
final class KeyIndex {

    private static final int SMALLEST = 1024;
    /** Says of most keys that are not there that they are not, from memory that stays near the processor. */
    private static final int BITS_PER_SLOT = 8;

    private Node[] nodes = new Node[SMALLEST];
    private long[] filter = new long[SMALLEST * BITS_PER_SLOT / Long.SIZE];
    private int size;

    /** The items under one key; further ones of the same key, and other keys in the same slot, follow. */
    private static final class Node {

        private final long hash;
        private final String key;
        private final ItemBook.Entry entry;
        private Node next;

        private Node(long hash, String key, ItemBook.Entry entry, Node next) {
            this.hash = hash;
            this.key = key;
            this.entry = entry;
            this.next = next;
        }
    }

    void put(String key, ItemBook.Entry entry) {
        if (key.isEmpty()) {
            return;
        }
        long hash = KeyHash.of(key);
        for (Node node = nodes[slotOf(hash)]; node != null; node = node.next) {
            if (node.entry == entry && node.key.equals(key)) {
                return;
            }
        }
        if (++size > nodes.length) {
            grow();
        }
        link(new Node(hash, key, entry, null));
    }

    private void link(Node node) {
        int slot = slotOf(node.hash);
        node.next = nodes[slot];
        nodes[slot] = node;
        filter[wordOf(node.hash)] |= 1L << node.hash;
    }

    private void grow() {
        Node[] old = nodes;
        nodes = new Node[old.length * 2];
        filter = new long[filter.length * 2];
        for (Node first : old) {
            Node node = first;
            while (node != null) {
                Node next = node.next;
                link(node);
                node = next;
            }
        }
    }

    private int slotOf(long hash) {
        return (int) (hash >>> 32) & nodes.length - 1;
    }

    private int wordOf(long hash) {
        return (int) (hash >>> 6) & filter.length - 1;
    }

    /** Whether no item has a key of this hash, for certain. */
    boolean lacks(long hash) {
        return (filter[wordOf(hash)] & 1L << hash) == 0;
    }

    /** The items, as they are now, whose key is {@code text} from one place to before another. */
    List<Item> find(long hash, char[] text, int from, int to) {
        List<Item> found = List.of();
        for (Node node = nodes[slotOf(hash)]; node != null; node = node.next) {
            if (node.hash == hash && isSame(node.key, text, from, to)) {
                found = with(found, node.entry.now());
            }
        }
        return found;
    }

    List<Item> find(String key) {
        char[] text = key.toCharArray();
        return find(KeyHash.of(key), text, 0, text.length);
    }

    private static List<Item> with(List<Item> found, Item item) {
        if (found.isEmpty()) {
            return List.of(item);
        }
        List<Item> more = new ArrayList<>(found);
        more.add(item);
        more.sort(Item.OLDEST_FIRST);
        return more;
    }

    private static boolean isSame(String key, char[] text, int from, int to) {
        if (key.length() != to - from) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
