package org.saldo.delivery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which words finance lets reminders go or stops them when it answers their preview, by language; each is understood
 * whatever the language of the mail, and the first of a language stands in its preview.
 */
public record ReleaseWords(Map<String, List<String>> release, Map<String, List<String>> stop) {

    /** English alone, where the policy names none. */
    public static final ReleaseWords ENGLISH = new ReleaseWords(Map.of("en", List.of("release")),
            Map.of("en", List.of("stop")));

    /** @throws IllegalArgumentException when a word stands on both sides, is empty, or English is missing */
    public ReleaseWords {
        release = new LinkedHashMap<>(release);
        stop = new LinkedHashMap<>(stop);
        Set<String> both = folded(release);
        both.retainAll(folded(stop));
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("'" + both.iterator().next() + "' stands under release and under stop; keep one");
        }
        if (release.getOrDefault("en", List.of()).isEmpty() || stop.getOrDefault("en", List.of()).isEmpty()
                || folded(release).contains("") || folded(stop).contains("")) {
            throw new IllegalArgumentException("release and stop each need a word in English (en), and no word may be empty");
        }
    }

    /** What lets them go, as the preview in this language says it. */
    public String toRelease(String language) {
        return first(release, language);
    }

    /** What stops them. */
    public String toStop(String language) {
        return first(stop, language);
    }

    private static String first(Map<String, List<String>> words, String language) {
        List<String> own = words.getOrDefault(language, List.of());
        return (own.isEmpty() ? words.get("en") : own).get(0).toUpperCase(Locale.forLanguageTag(language));
    }

    /**
     * What a person means who writes this: true lets them go, false stops them, empty when it is neither, or says anything
     * besides that word and the writer's own name.
     *
     * @param name what the mail calls its sender, beside which no other words may stand below the word
     */
    public Optional<Boolean> read(String ownWords, String name) {
        List<String> lines = ownWords.lines().map(ReleaseWords::folded).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>(Arrays.asList(folded(name).split(" ")));
        boolean more = lines.stream().skip(1).flatMap(line -> Arrays.stream(line.split(" "))).anyMatch(word ->
                !names.contains(word));
        if (more) {
            return Optional.empty();
        }
        return folded(release).contains(lines.get(0)) ? Optional.of(true)
                : folded(stop).contains(lines.get(0)) ? Optional.of(false) : Optional.empty();
    }

    private static Set<String> folded(Map<String, List<String>> words) {
        Set<String> folded = new TreeSet<>();
        words.values().forEach(each -> each.forEach(word -> folded.add(folded(word))));
        return folded;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\p{Cntrl}\u00a1\u3002\uff01\uff0c\u00a0\\s]+", " ").strip();
    }
}
