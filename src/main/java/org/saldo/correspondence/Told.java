package org.saldo.correspondence;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a reply and what they are known as.
 *
 * @param matches the phrases that count, in the order of the text
 * @param against what speaks against a yes and stands only partly in a phrase that counts
 * @param nots words that are a "not" by themselves
 */
record Told(List<Token> tokens, List<Lexicon.Match> matches, List<Lexicon.Match> against, Set<String> nots) {

    private static final Set<Topic> KEPT = EnumSet.of(Topic.AGREE, Topic.WEAK, Topic.HARMLESS, Topic.GREETING, Topic.SIGN_OFF);

    /** The same, and of the words at {@code read}, which are read by a grammar, only what agrees or says nothing. */
    Told without(BitSet read) {
        return new Told(tokens, matches.stream().filter(match -> !read.get(match.first())
                || KEPT.contains(match.phrase().topic())).toList(),
                against.stream().filter(match -> !read.get(match.first())).toList(), nots);
    }
}
