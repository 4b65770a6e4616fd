package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words that mean something together.
 *
 * @param topic what they are about, a {@link Topic} or a {@link DayWord}
 */
record Phrase(Enum<?> topic, String language, List<Part> parts) {

    static final String GAP = "..";
    static final String NUMBER = "#";
    static final String ANY = "*";
    static final int STEM_MIN = 3;
    private static final int GAP_MAX = 7;

    /**
     * One place of a phrase: one of these rows of words must stand there.
     *
     * @param ways folded words, {@code *} at their end for any ending, {@code #} for a number; more words first
     * @param apart whether other words may stand before it
     * @param optional whether it may be left out
     */
    record Part(List<List<String>> ways, boolean apart, boolean optional) {

        /** How many words from {@code at} on are this part, or 0. */
        int length(List<Token> tokens, int at) {
            for (List<String> way : ways) {
                int same = 0;
                while (same < way.size() && at + same < tokens.size() && fits(way.get(same), tokens.get(at + same))) {
                    same++;
                }
                if (same == way.size()) {
                    return same;
                }
            }
            return 0;
        }
    }

    /** @throws IllegalArgumentException when the words do not begin and end with one, or a set in them is not known */
    static Phrase of(Enum<?> topic, String language, String words, WordSets sets) {
        List<Part> parts = new ArrayList<>();
        boolean apart = false;
        for (String each : words.strip().split("\\s+")) {
            if (each.equals(GAP)) {
                apart = true;
                continue;
            }
            boolean optional = each.length() > 1 && each.endsWith("?");
            List<List<String>> ways = ways(optional ? each.substring(0, each.length() - 1) : each, sets);
            if (!ways.isEmpty()) {
                parts.add(new Part(ways, apart, optional));
                apart = false;
            }
        }
        if (apart || parts.isEmpty() || parts.get(0).apart() || parts.get(0).optional()) {
            throw new IllegalArgumentException("'" + words + "' is no phrase: it must begin and end with a word");
        }
        return new Phrase(topic, language, List.copyOf(parts));
    }

    /** Each way of writing the part; for umlauts also the one that does without them. */
    private static List<List<String>> ways(String part, WordSets sets) {
        List<List<String>> ways = new ArrayList<>();
        for (String spelt : sets.spelt(part)) {
            for (String way : List.of(spelt, spelt.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))) {
                List<String> words = words(way);
                if (!words.isEmpty() && !ways.contains(words)) {
                    ways.add(words);
                }
            }
        }
        ways.sort(Comparator.comparingInt(way -> -way.size()));
        return ways;
    }

    private static List<String> words(String written) {
        List<String> words = new ArrayList<>();
        for (String word : written.strip().split("\\s+")) {
            boolean stem = word.endsWith(ANY) && word.length() > STEM_MIN;
            if (word.equals(NUMBER)) {
                words.add(word);
            } else {
                Tokens.of(word).stream().filter(Token::speaks).forEach(token -> words.add(token.folded()));
                if (stem && !words.isEmpty()) {
                    words.set(words.size() - 1, words.get(words.size() - 1) + ANY);
                }
            }
        }
        return words;
    }

    /** Words with any ending; such a phrase goes after one without. */
    int endings() {
        return (int) parts.stream().filter(part -> part.ways().stream()
                .anyMatch(way -> way.get(way.size() - 1).endsWith(ANY))).count();
    }

    /** The places of its words in {@code tokens} from {@code start} on, or an empty list. */
    List<Integer> placesIn(List<Token> tokens, int start) {
        List<Integer> places = new ArrayList<>();
        int at = start;
        for (Part part : parts) {
            int last = part.apart() ? at + GAP_MAX : at;
            int length = 0;
            int place = at;
            while (place < tokens.size() && place <= last && (length = part.length(tokens, place)) == 0
                    && !tokens.get(place).ends()) {
                place++;
            }
            if (length == 0 && !part.optional()) {
                return List.of();
            }
            for (int word = place; length > 0 && word < place + length; word++) {
                places.add(word);
            }
            at = length == 0 ? at : place + length;
        }
        return places;
    }

    private static boolean fits(String part, Token token) {
        if (part.equals(NUMBER)) {
            return token.kind() == Token.Kind.NUMBER;
        }
        return part.endsWith(ANY)
                ? token.kind() == Token.Kind.WORD && token.folded().startsWith(part.substring(0, part.length() - 1))
                : token.speaks() && part.equals(token.folded());
    }
}
