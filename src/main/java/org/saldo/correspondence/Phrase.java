package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * Rows of words of which one must stand at a place.
     *
     * @param closed folded words by the first of them, {@code *} at their end for any ending, {@code #} for a number; more
     *         words first
     * @param open those whose first word is not one word
     */
    record Ways(Map<String, List<List<String>>> closed, List<List<String>> open, boolean anyEnding) {

        static Ways of(List<List<String>> ways) {
            return new Ways(ways.stream().collect(Collectors.groupingBy(way -> way.get(0))),
                    ways.stream().filter(way -> way.get(0).endsWith(ANY) || way.get(0).equals(NUMBER)).toList(),
                    ways.stream().anyMatch(way -> way.get(way.size() - 1).endsWith(ANY)));
        }

        boolean hasNumber() {
            return closed.containsKey(NUMBER);
        }

        Stream<String> words() {
            return closed.values().stream().flatMap(List::stream).flatMap(List::stream);
        }
    }

    /**
     * One place of a phrase.
     *
     * @param apart whether other words may stand before it
     * @param optional whether it may be left out
     */
    record Part(Ways ways, boolean apart, boolean optional) {

        /** How many words from {@code at} on are this part, or 0. */
        int length(List<Token> tokens, int at) {
            int closed = longest(ways.closed().getOrDefault(tokens.get(at).folded(), List.of()), tokens, at);
            return closed > 0 || ways.open().isEmpty() ? closed : longest(ways.open(), tokens, at);
        }

        private static int longest(List<List<String>> ways, List<Token> tokens, int at) {
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
            Ways ways = sets.ways(optional ? each.substring(0, each.length() - 1) : each);
            if (!ways.closed().isEmpty()) {
                parts.add(new Part(ways, apart, optional));
                apart = false;
            }
        }
        if (apart || parts.isEmpty() || parts.get(0).apart() || parts.get(0).optional()) {
            throw new IllegalArgumentException("'" + words + "' is no phrase: it must begin and end with a word");
        }
        return new Phrase(topic, language, List.copyOf(parts));
    }

    /** Words with any ending; such a phrase goes after one without. */
    int endings() {
        return (int) parts.stream().filter(part -> part.ways().anyEnding()).count();
    }

    /**
     * The places of its words in {@code tokens} from {@code start} on, or an empty list. What disagrees is not spread over a
     * comma, as in "no, that is correct".
     */
    List<Integer> placesIn(List<Token> tokens, int start) {
        List<Integer> places = new ArrayList<>();
        int at = start;
        for (Part part : parts) {
            int last = part.apart() ? at + GAP_MAX : at;
            int length = 0;
            int place = at;
            while (place < tokens.size() && place <= last && (length = part.length(tokens, place)) == 0
                    && !tokens.get(place).ends() && (topic != Topic.DISAGREE || tokens.get(place).speaks())) {
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
