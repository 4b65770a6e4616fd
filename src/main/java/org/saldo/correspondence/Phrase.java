package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that mean something together.
 *
 * @param topic what they are about, a {@link Topic} or a {@link DayWord}
 * @param parts folded words, with {@code *} for any ending; {@code ..} for a gap, {@code #} for a number
 */
record Phrase(Enum<?> topic, String language, List<String> parts) {

    static final String GAP = "..";
    static final String NUMBER = "#";
    static final String ANY = "*";
    static final int STEM_MIN = 3;
    private static final int GAP_MAX = 7;

    /** The phrase, and for umlauts also the way of writing that does without them. */
    static List<Phrase> of(Enum<?> topic, String language, String words) {
        List<Phrase> phrases = new ArrayList<>(List.of(new Phrase(topic, language, parts(words))));
        String spelt = words.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        if (!spelt.equals(words)) {
            phrases.add(new Phrase(topic, language, parts(spelt)));
        }
        return phrases;
    }

    private static List<String> parts(String words) {
        List<String> parts = new ArrayList<>();
        for (String part : words.strip().split("\\s+")) {
            if (part.endsWith(ANY) && part.length() > STEM_MIN) {
                Tokens.of(part).stream().filter(Token::speaks).forEach(token -> parts.add(token.folded() + ANY));
            } else if (part.equals(GAP) || part.equals(NUMBER)) {
                parts.add(part);
            } else {
                Tokens.of(part).stream().filter(Token::speaks).forEach(token -> parts.add(token.folded()));
            }
        }
        if (parts.isEmpty() || parts.get(0).equals(GAP) || parts.get(parts.size() - 1).equals(GAP)) {
            throw new IllegalArgumentException("'" + words + "' is no phrase: it must begin and end with a word");
        }
        return parts;
    }

    /** How much the phrase says: its words, without gaps. */
    int weight() {
        return (int) parts.stream().filter(part -> !part.equals(GAP)).count();
    }

    /** Words with any ending; such a phrase goes after one without. */
    int endings() {
        return (int) parts.stream().filter(part -> part.endsWith(ANY)).count();
    }

    /** The places of its words in {@code tokens} from {@code start} on, or an empty list. */
    List<Integer> placesIn(List<Token> tokens, int start) {
        List<Integer> places = new ArrayList<>();
        int at = start;
        boolean gap = false;
        for (String part : parts) {
            if (part.equals(GAP)) {
                gap = true;
                continue;
            }
            at = gap ? find(part, tokens, at) : step(part, tokens, at);
            if (at < 0) {
                return List.of();
            }
            places.add(at++);
            gap = false;
        }
        return places;
    }

    private static int step(String part, List<Token> tokens, int at) {
        return at < tokens.size() && fits(part, tokens.get(at)) ? at : -1;
    }

    private static int find(String part, List<Token> tokens, int from) {
        for (int at = from; at < tokens.size() && at <= from + GAP_MAX && !tokens.get(at).ends(); at++) {
            if (fits(part, tokens.get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean fits(String part, Token token) {
        if (part.equals(NUMBER)) {
            return token.kind() == Token.Kind.NUMBER;
        }
        String stem = part.substring(0, part.length() - 1);
        return part.endsWith(ANY) ? token.kind() == Token.Kind.WORD && token.folded().startsWith(stem)
                : token.speaks() && part.equals(token.folded());
    }
}
