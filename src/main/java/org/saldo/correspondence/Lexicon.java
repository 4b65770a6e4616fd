package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All phrases of all languages, found by their first word. */
final class Lexicon {

    /**
     * A phrase that stands in a text.
     *
     * @param places of its words among the tokens, ascending
     */
    record Match(Phrase phrase, List<Integer> places) {

        int first() {
            return places.get(0);
        }

        int last() {
            return places.get(places.size() - 1);
        }

        boolean is(Topic topic) {
            return phrase.topic() == topic;
        }
    }


    private static final int STEM_MAX = 16;

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Map<String, List<Phrase>> byStem = new HashMap<>();
    private final Map<Character, Set<String>> vocabulary = new HashMap<>();

    Lexicon(ReplyWords words, Set<Topic> topics) {
        words.languages().forEach((code, language) -> {
            WordSets sets = language.wordSets();
            topics.forEach(topic -> language.phrases(topic).forEach(phrase -> add(Phrase.of(topic, code, phrase, sets))));
        });
    }

    static Lexicon ofDays(ReplyWords words) {
        Lexicon lexicon = new Lexicon(words, Set.of());
        words.languages().forEach((code, language) -> language.days()
                .forEach((day, phrases) -> phrases.forEach(phrase -> lexicon.add(
                        Phrase.of(day, code, phrase, language.wordSets())))));
        return lexicon;
    }

    /** The weekdays, each with its number, Monday 1, in place of the language. */
    static Lexicon ofWeekdays(ReplyWords words) {
        Lexicon lexicon = new Lexicon(words, Set.of());
        for (ReplyWords.Language language : words.languages().values()) {
            for (int day = 1; day <= 7; day++) {
                for (String spelling : language.weekdays().get(day - 1)) {
                    lexicon.add(Phrase.of(Topic.HARMLESS, String.valueOf(day), spelling, language.wordSets()));
                }
            }
        }
        return lexicon;
    }

    private void add(Phrase phrase) {
        for (String first : phrase.parts().get(0).ways().stream().map(way -> way.get(0)).distinct().toList()) {
            boolean stem = first.endsWith(Phrase.ANY);
            (stem ? byStem : byFirstWord).computeIfAbsent(stem ? first.substring(0, first.length() - 1) : first,
                    key -> new ArrayList<>()).add(phrase);
        }
        phrase.parts().stream().flatMap(part -> part.ways().stream()).flatMap(List::stream)
                .filter(word -> word.length() > 1 && !word.endsWith(Phrase.ANY))
                .forEach(word -> vocabulary.computeIfAbsent(word.charAt(0), letter -> new TreeSet<>()).add(word));
    }

    /** Every phrase that stands in the text, also where they overlap. */
    List<Match> all(List<Token> tokens) {
        List<Match> matches = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            int start = at;
            if (token.speaks()) {
                byFirstWord.getOrDefault(token.folded(), List.of()).forEach(phrase -> match(phrase, tokens, start, matches));
            }
            if (token.kind() == Token.Kind.WORD && !byStem.isEmpty()) {
                for (int end = Phrase.STEM_MIN; end <= Math.min(token.folded().length(), STEM_MAX); end++) {
                    byStem.getOrDefault(token.folded().substring(0, end), List.of())
                            .forEach(phrase -> match(phrase, tokens, start, matches));
                }
            }
            if (token.kind() == Token.Kind.NUMBER) {
                byFirstWord.getOrDefault(Phrase.NUMBER, List.of())
                        .forEach(phrase -> match(phrase, tokens, start, matches));
            }
        }
        return matches;
    }

    private static void match(Phrase phrase, List<Token> tokens, int start, List<Match> matches) {
        List<Integer> places = phrase.placesIn(tokens, start);
        if (!places.isEmpty()) {
            matches.add(new Match(phrase, places));
        }
    }

    List<Match> matches(List<Token> tokens) {
        return matches(tokens, "");
    }

    /**
     * Those phrases that count, in the order of the text: where two share a word the longer one, then the one of
     * {@code language}, since "no" refuses in English and means "in the" in Portuguese.
     */
    List<Match> matches(List<Token> tokens, String language) {
        List<Match> sorted = all(tokens);
        sorted.removeIf(match -> match.is(Topic.WEAK) && match.places().size() == 1 && !standsAlone(match.first(), tokens)
                && sorted.stream().anyMatch(other -> other.is(Topic.CONDITION) && other.first() == match.first()));
        sorted.sort(Comparator.<Match>comparingInt(match -> -match.places().size())
                .thenComparingInt(match -> match.phrase().endings())
                .thenComparingInt(match -> match.last() - match.first())
                .thenComparingInt(match -> match.phrase().language().equals(language) ? 0 : 1)
                .thenComparingInt(match -> match.phrase().topic().ordinal())
                .thenComparingInt(Match::first));
        BitSet taken = new BitSet();
        List<Match> chosen = new ArrayList<>();
        for (Match match : sorted) {
            if (match.places().stream().noneMatch(taken::get)) {
                match.places().forEach(taken::set);
                chosen.add(match);
            }
        }
        chosen.sort(Comparator.comparingInt(Match::first));
        return chosen;
    }

    /** The "si" that is a yes begins a sentence and ends with a comma; else it is an "if". */
    private static boolean standsAlone(int at, List<Token> tokens) {
        boolean begins = at == 0 || !tokens.get(at - 1).speaks();
        return begins && (at + 1 == tokens.size() || !tokens.get(at + 1).speaks());
    }

    boolean knows(String word) {
        if (word.isEmpty() || vocabulary.getOrDefault(word.charAt(0), Set.of()).contains(word)) {
            return true;
        }
        for (int end = Phrase.STEM_MIN; end <= Math.min(word.length(), STEM_MAX); end++) {
            if (byStem.containsKey(word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** The known words that begin with the same letter. */
    Set<String> like(String word) {
        return vocabulary.getOrDefault(word.charAt(0), Set.of());
    }
}
