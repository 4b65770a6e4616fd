package org.saldo.correspondence;

/**
 * Something that a reply says.
 *
 * @param clause the number of its sentence
 * @param doubt why it may not be meant so; empty when it is said plainly
 */
record Finding(Intent intent, Lexicon.Match match, int clause, String doubt) {

    boolean plain() {
        return doubt.isEmpty();
    }
}
