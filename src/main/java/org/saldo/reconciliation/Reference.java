package org.saldo.reconciliation;

/**
 * A whole token of a text, or neighbouring ones joined, that is a reference if a document has this key.
 *
 * @param key    as {@link org.saldo.ledger.ReferenceKey}
 * @param first  the first piece of the text that it covers
 * @param last   the last one
 * @param blanks over how many blanks it was joined
 * @param digits how many digits it has
 * @param announced a word such as invoice stands before it or is glued to it
 * @param weak   it may as well be something else: a date, or a part of a longer token
 */
public record Reference(String key, int first, int last, int blanks, int digits, boolean weak, boolean announced) {

    boolean contains(Reference other) {
        return first <= other.first && other.last <= last;
    }

    boolean overlaps(Reference other) {
        return first <= other.last && other.first <= last;
    }
}
