package org.saldo.reconciliation;

import java.util.List;

/**
 * A whole token of a text, or neighbouring ones joined, that is a reference if a document has this key.
 *
 * @param key    as {@link org.saldo.ledger.ReferenceKey}
 * @param first  the first piece of the text that it covers
 * @param last   the last one
 * @param blanks over how many blanks it was joined
 * @param digits how many digits it has, with the letters behind the first of them when it is one run: 26EKRB has six
 * @param announced a word such as invoice stands before it or is glued to it
 * @param ofOrder a word for an order's, a customer's or a contract's number stands before it
 * @param weak   it may as well be something else: a date, or a part of a longer token
 * @param written how it stands in the text, where only a document whose number is written so can be meant, since it looks
 *                like a day or has few digits: 2026-01-11, E/57; else empty
 */
public record Reference(String key, int first, int last, int blanks, int digits, boolean weak, boolean announced,
                        boolean ofOrder, String written) {

    /** Those of the documents of its key that can be meant. */
    List<Item> among(List<Item> items) {
        return written.isEmpty() ? items
                : items.stream().filter(item -> written.equalsIgnoreCase(item.number())).toList();
    }

    /** Whether it is announced and stands there as it is: joined over blanks only what are digits alone. */
    boolean isAnnouncedAsWritten() {
        return announced && (blanks == 0 || digits == key.length());
    }

    boolean contains(Reference other) {
        return first <= other.first && other.last <= last;
    }

    boolean overlaps(Reference other) {
        return first <= other.last && other.first <= last;
    }
}
