package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of one language that stand for each other, by the name of their set: synonyms ({@code <books>}: ledger, records) and
 * endings ({@code pag<future>}: pagaremos, pagaré). A set may name those before it.
 */
final class WordSets {

    /** So many words one place of a phrase may stand for at most; more is a mistake in the file. */
    private static final int WORDS_MAX = 2000;

    private final Map<String, List<String>> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a set names one that is not known before it */
    WordSets(Map<String, List<String>> sets) {
        sets.forEach((name, entries) -> byName.put(name, entries.stream().flatMap(entry -> spelt(entry).stream()).toList()));
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
}
