package org.saldo.correspondence;

import java.util.Optional;

/**
 * Something that a reply says.
 *
 * @param match the phrase that says so; empty when the whole sentence does, by its question mark
 * @param clause its sentence
 * @param doubt why it may not be meant so; empty when it is said plainly
 */
record Finding(Intent intent, Optional<Lexicon.Match> match, Clause clause, String doubt) {

    /** Whether it is but a polite word, such as a bare "ok". */
    boolean isWeak() {
        return match.filter(phrase -> phrase.is(Topic.WEAK)).isPresent();
    }

    boolean plain() {
        return doubt.isEmpty();
    }

    /** The place of its first word. */
    int first() {
        return match.map(Lexicon.Match::first).orElse(clause.first());
    }

    /** The place of its last word. */
    int last() {
        return match.map(Lexicon.Match::last).orElse(clause.last());
    }
}
