package org.saldo.correspondence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which replies are read, by language: what finance can change.
 *
 * @param version recorded with what follows from a reading
 * @param currencies how each currency is written, by its ISO 4217 code; where a sign has several, the first one of them
 *         counts, or that of the balance
 * @param languages by ISO 639-1; a phrase counts in every reply, whatever the language of the customer
 */
public record ReplyWords(String version, Map<String, List<String>> currencies, Map<String, Language> languages) {

    public ReplyWords {
        if (version.isBlank()) {
            throw new IllegalArgumentException("the version is missing");
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("no language has words");
        }
        currencies = Collections.unmodifiableMap(new LinkedHashMap<>(currencies));
        languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
        Map<String, Language> all = languages;
        Set<String> nots = all.values().stream().flatMap(language -> language.phrases(Topic.NOT).stream())
                .collect(Collectors.toSet());
        all.forEach((code, language) -> Language.CONFIRMING.forEach(topic -> language.phrases(topic).stream()
                .flatMap(phrase -> phrase.indexOf(' ') < 0 ? language.sets().spelt(phrase).stream() : Stream.of(phrase))
                .filter(nots::contains).findFirst().ifPresent(not -> {
                    throw new IllegalArgumentException(code + ": " + topic.label() + ": '" + not
                            + "' is a 'not' of another language and may not stand in words that can confirm");
                })));
    }

    /**
     * @param sets words that stand for each other, by name; {@code <name>} in a phrase stands for any of them, also as the
     *         beginning or the end of a word; a set may name those before it, {@code -} is an ending of no letters
     * @param topics phrases: words with blanks between; {@code ..} stands for up to six words between two parts, {@code #}
     *         for a number, {@code *} at the end of a word for any ending, {@code ?} there for a word that may be left out;
     *         upper case and accents do not matter
     * @param roles words of a yes, by what they do in its sentence; written like the phrases of topics
     * @param numbers words for one, two, three, ... each with all its spellings; {@code #} in {@code days} stands for them too
     * @param months twelve, January first, each with all its spellings
     * @param weekdays seven, Monday first
     * @param days phrases for days that are counted from the day of writing
     * @param dayFirst whether 03/04 is the third of April; without it both readings are possible
     */
    public record Language(WordSets sets, Map<Topic, List<String>> topics, Map<Role, List<String>> roles,
            List<List<String>> numbers, List<List<String>> months, List<List<String>> weekdays,
            Map<DayWord, List<String>> days, boolean dayFirst) {

        private static final Set<Topic> CONFIRMING = EnumSet.of(Topic.AGREE, Topic.WEAK, Topic.RECEIVED, Topic.APPROVED,
                Topic.STANDS, Topic.HARMLESS, Topic.GREETING, Topic.SIGN_OFF);

        public Language {
            if (months.size() != 12) {
                throw new IllegalArgumentException("months: twelve are needed, not " + months.size());
            }
            if (weekdays.size() != 7) {
                throw new IllegalArgumentException("weekdays: seven are needed, not " + weekdays.size());
            }
            WordSets words = sets;
            for (Topic exact : CONFIRMING) {
                if (topics.getOrDefault(exact, List.of()).stream().anyMatch(phrase -> hasAnyEnding(phrase, words))) {
                    throw new IllegalArgumentException(exact.label() + ": '*' may not stand in words that can confirm");
                }
            }
            for (Role role : Role.worded()) {
                if (roles.getOrDefault(role, List.of()).stream().anyMatch(phrase -> hasAnyEnding(phrase, words))) {
                    throw new IllegalArgumentException(role.label() + ": '*' may not stand in words that can confirm");
                }
            }
            topics = Map.copyOf(topics);
            roles = Map.copyOf(roles);
            numbers = numbers.stream().map(List::copyOf).toList();
            months = months.stream().map(List::copyOf).toList();
            weekdays = weekdays.stream().map(List::copyOf).toList();
            days = Map.copyOf(days);
        }

        private static boolean hasAnyEnding(String phrase, WordSets spelling) {
            return Stream.of(phrase.split("\\s+")).anyMatch(part -> spelling.ways(part).anyEnding());
        }

        List<String> phrases(Topic topic) {
            return topics.getOrDefault(topic, List.of());
        }
    }
}
