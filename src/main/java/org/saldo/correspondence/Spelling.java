package org.saldo.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Slips of the pen: a long word that is not known, and is one letter away from one known word with the same first letter,
 * is read as that word.
 */
final class Spelling {

    private static final int LONG = 6;
    private static final int UNKNOWN_MAX = 300;

    private final Lexicon lexicon;
    private final Predicate<String> others;

    /** @param others which words are known besides those of the lexicon */
    Spelling(Lexicon lexicon, Predicate<String> others) {
        this.lexicon = lexicon;
        this.others = others;
    }

    List<Token> corrected(List<Token> tokens) {
        int[] unknown = {0};
        return tokens.stream().map(token -> {
            boolean odd = token.kind() == Token.Kind.WORD && token.folded().length() >= LONG - 1
                    && !lexicon.knows(token.folded()) && !others.test(token.folded())
                    && unknown[0]++ < UNKNOWN_MAX;
            return odd ? meant(token.folded()).map(word -> new Token(token.kind(), word, token.start(), token.end()))
                    .orElse(token) : token;
        }).toList();
    }

    private Optional<String> meant(String written) {
        String found = null;
        for (String word : lexicon.like(written)) {
            if (word.length() >= LONG && Math.abs(word.length() - written.length()) <= 1 && oneSlip(written, word)) {
                if (found != null) {
                    return Optional.of(found);
                }
                found = word;
            }
        }
        return Optional.ofNullable(found);
    }

    /** One letter left out or added, or two neighbours swapped; one that is changed mostly makes another word. */
    static boolean oneSlip(String one, String other) {
        int same = 0;
        int least = Math.min(one.length(), other.length());
        while (same < least && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOfOne = one.substring(same);
        String restOfOther = other.substring(same);
        if (restOfOne.isEmpty() || restOfOther.isEmpty()) {
            return restOfOne.length() + restOfOther.length() == 1;
        }
        boolean swapped = restOfOne.length() > 1 && restOfOther.length() > 1 && restOfOne.charAt(0) == restOfOther.charAt(1)
                && restOfOne.charAt(1) == restOfOther.charAt(0) && restOfOne.substring(2).equals(restOfOther.substring(2));
        return swapped || restOfOne.equals(restOfOther.substring(1)) || restOfOne.substring(1).equals(restOfOther);
    }
}
