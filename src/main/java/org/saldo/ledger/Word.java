package org.saldo.ledger;

/**
 * A text that a row keeps by its key, so that it is told in the language of whoever reads it: {@code {0}}, {@code {1}}, ... are
 * filled in. A key and the order of its values mean the same for ever; the words may change.
 */
public interface Word {

    /** As rows keep it, one among all words: {@code item-open}. */
    String key();

    String english();
}
