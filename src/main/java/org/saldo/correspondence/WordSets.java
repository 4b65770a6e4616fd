package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words of one language that stand for each other, by the name of their set: synonyms ({@code <books>}: ledger, records) and
 * endings ({@code pag<future>}: pagaremos, pagaré). A set may name those before it; {@code -} is an ending of no letters.
 */
public final class WordSets {

    /** So many words one place of a phrase may stand for at most; more is a mistake in the file. */
    private static final int WORDS_MAX = 10_000;

    private final Map<String, List<String>> byName = new LinkedHashMap<>();
    private final Map<String, Phrase.Ways> ways = new ConcurrentHashMap<>();

    /**
     * @param sets the words by name
     * @param numbers words for one, two, three, ... which stand for {@code #} where days are counted
     * @throws IllegalArgumentException when a set names one that is not known before it
     */
    public WordSets(Map<String, List<String>> sets, List<List<String>> numbers) {
        sets.forEach((name, entries) -> byName.put(name, entries.stream().flatMap(entry -> spelt(entry).stream()).toList()));
        List<String> counts = new ArrayList<>(List.of(Phrase.NUMBER));
        numbers.forEach(counts::addAll);
        byName.put(Phrase.NUMBER, counts);
    }

    /** What a text with {@code <names>} stands for; the text itself when it has none. */
    List<String> spelt(String text) {
        List<String> spelt = List.of(text);
        while (spelt.get(0).indexOf('<') >= 0) {
            List<String> next = new ArrayList<>();
            for (String each : spelt) {
                int from = each.indexOf('<');
                int to = each.indexOf('>', from);
                List<String> entries = to < 0 ? null : byName.get(each.substring(from + 1, to));
                if (entries == null) {
                    throw new IllegalArgumentException("'" + text + "' names a set of words that is not known before it;"
                            + " add it under sets");
                }
                entries.forEach(entry -> next.add(each.substring(0, from) + (entry.equals("-") ? "" : entry)
                        + each.substring(to + 1)));
            }
            if (next.isEmpty() || next.size() > WORDS_MAX) {
                throw new IllegalArgumentException("'" + text + "' stands for " + next.size() + " words; name fewer");
            }
            spelt = next;
        }
        return spelt;
    }

    /** Each way of writing one part of a phrase; for umlauts also the one that does without them. */
    Phrase.Ways ways(String part) {
        return ways.computeIfAbsent(part, written -> {
            Set<List<String>> found = new LinkedHashSet<>();
            for (String spelt : spelt(written)) {
                for (String way : List.of(spelt, spelt.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))) {
                    found.add(words(way));
                }
            }
            return Phrase.Ways.of(found.stream().filter(words -> !words.isEmpty())
                    .sorted(Comparator.comparingInt(words -> -words.size())).toList());
        });
    }

    private static List<String> words(String written) {
        List<String> words = new ArrayList<>();
        for (String word : written.strip().split("\\s+")) {
            boolean stem = word.endsWith(Phrase.ANY) && word.length() > Phrase.STEM_MIN;
            if (word.equals(Phrase.NUMBER)) {
                words.add(word);
            } else {
                Tokens.of(word).stream().filter(Token::speaks).forEach(token -> words.add(token.folded()));
                if (stem && !words.isEmpty()) {
                    words.set(words.size() - 1, words.get(words.size() - 1) + Phrase.ANY);
                }
            }
        }
        return List.copyOf(words);
    }
}
