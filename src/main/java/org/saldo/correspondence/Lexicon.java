package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private static final Set<Topic> AGAINST = EnumSet.of(Topic.NOT, Topic.EXCEPTION, Topic.CONDITION, Topic.DISAGREE, Topic.REST);

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Map<String, List<Phrase>> byStem = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private Map<Character, Set<String>> vocabulary;

    Lexicon(ReplyWords words, Set<Topic> topics) {
        words.languages().forEach((code, language) -> {
            topics.forEach(topic -> language.phrases(topic)
                    .forEach(phrase -> add(Phrase.of(topic, code, phrase, language.sets()))));
        });
    }

    private Lexicon() {
    }

    static Lexicon ofDays(ReplyWords words) {
        Lexicon lexicon = new Lexicon();
        words.languages().forEach((code, language) -> language.days()
                .forEach((day, phrases) -> phrases.forEach(phrase -> lexicon.add(
                        Phrase.of(day, code, phrase.replace(Phrase.NUMBER, "<#>"), language.sets())))));
        return lexicon;
    }

    /** What is a bare yes or a no only where it is all that is written. */
    static Lexicon ofWholeAnswers(ReplyWords words) {
        Lexicon lexicon = new Lexicon();
        Map.of(Topic.ALONE_YES, Topic.WEAK, Topic.ALONE_NO, Topic.DISAGREE).forEach((topic, meant) ->
                words.languages().forEach((code, language) -> language.phrases(topic).forEach(phrase ->
                        lexicon.add(Phrase.of(meant, code, phrase, language.sets())))));
        return lexicon;
    }

    /** The phrase that every word of the text belongs to. */
    Optional<Match> whole(List<Token> tokens) {
        long words = tokens.stream().filter(Token::speaks).count();
        return all(tokens).stream().filter(match -> match.places().size() == words).findFirst();
    }

    /** The words of a yes, by their role. */
    static Lexicon ofRoles(String code, ReplyWords.Language language) {
        Lexicon lexicon = new Lexicon();
        language.roles().forEach((role, phrases) -> phrases.forEach(phrase ->
                lexicon.add(Phrase.of(role, code, phrase, language.sets()))));
        return lexicon;
    }

    /** The weekdays, each with its number, Monday 1, in place of the language. */
    static Lexicon ofWeekdays(ReplyWords words) {
        Lexicon lexicon = new Lexicon();
        for (ReplyWords.Language language : words.languages().values()) {
            for (int day = 1; day <= 7; day++) {
                for (String spelling : language.weekdays().get(day - 1)) {
                    lexicon.add(Phrase.of(Topic.HARMLESS, String.valueOf(day), spelling, language.sets()));
                }
            }
        }
        return lexicon;
    }

    private void add(Phrase phrase) {
        for (String first : phrase.parts().get(0).ways().closed().keySet()) {
            boolean stem = first.endsWith(Phrase.ANY);
            (stem ? byStem : byFirstWord).computeIfAbsent(stem ? first.substring(0, first.length() - 1) : first,
                    key -> new ArrayList<>()).add(phrase);
        }
        phrases.add(phrase);
    }

    /** All words by their first letter, made when they are first asked for. */
    private synchronized Map<Character, Set<String>> vocabulary() {
        if (vocabulary == null) {
            vocabulary = phrases.stream().flatMap(phrase -> phrase.parts().stream()).flatMap(part -> part.ways().words())
                    .distinct().filter(word -> word.length() > 1 && !word.endsWith(Phrase.ANY))
                    .collect(Collectors.groupingBy(word -> word.charAt(0), Collectors.toCollection(TreeSet::new)));
        }
        return vocabulary;
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
        return chosen(all(tokens), tokens, language);
    }

    /** Those of {@code all} that count. */
    static List<Match> chosen(List<Match> all, List<Token> tokens, String language) {
        List<Match> sorted = new ArrayList<>(all);
        Set<Integer> conditions = sorted.stream().filter(match -> match.is(Topic.CONDITION)).map(Match::first)
                .collect(Collectors.toSet());
        sorted.removeIf(match -> match.is(Topic.WEAK) && match.places().size() == 1 && conditions.contains(match.first())
                && !standsAlone(match.first(), tokens));
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

    /**
     * What speaks against a yes and is not wholly part of one phrase that counts: of "my balance" and "the balance is right"
     * the longer one counts, and the "my" still stands there.
     */
    static List<Match> against(List<Match> all, List<Match> counted) {
        Map<Integer, Match> covered = new HashMap<>();
        counted.forEach(match -> match.places().forEach(place -> covered.put(place, match)));
        return all.stream().filter(match -> AGAINST.contains(match.phrase().topic())
                && match.places().stream().map(covered::get).distinct().count() > 1).toList();
    }

    /** The "si" that is a yes begins a sentence and ends with a comma; else it is an "if". */
    private static boolean standsAlone(int at, List<Token> tokens) {
        boolean begins = at == 0 || !tokens.get(at - 1).speaks();
        return begins && (at + 1 == tokens.size() || !tokens.get(at + 1).speaks());
    }

    /** The single words of a topic. */
    Set<String> singles(Topic topic) {
        return phrases.stream().filter(phrase -> phrase.topic() == topic && phrase.parts().size() == 1)
                .flatMap(phrase -> phrase.parts().get(0).ways().closed().values().stream()).flatMap(List::stream)
                .filter(way -> way.size() == 1).map(way -> way.get(0)).collect(Collectors.toSet());
    }

    boolean knows(String word) {
        if (word.isEmpty() || vocabulary().getOrDefault(word.charAt(0), Set.of()).contains(word)) {
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
        return vocabulary().getOrDefault(word.charAt(0), Set.of());
    }
}
