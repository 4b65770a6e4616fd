package org.saldo.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.correspondence.DayWord;
import org.saldo.correspondence.ReplyReader;
import org.saldo.correspondence.ReplyWords;
import org.saldo.correspondence.Role;
import org.saldo.correspondence.Topic;
import org.saldo.correspondence.WordSets;

/** Reads {@code policies/replies.yaml}: the words by which customers' replies are understood. */
public final class RepliesFile {

    private RepliesFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static ReplyWords read(Path file) {
        YamlSection root = YamlSection.read(file);
        String version = root.text("version");
        Map<String, List<String>> currencies = currencies(root.section("currencies"));
        YamlSection section = root.section("languages");
        Map<String, ReplyWords.Language> languages = new LinkedHashMap<>();
        section.keys().forEach(code -> languages.put(code, language(section.section(code))));
        root.refuseUnknown();
        try {
            ReplyWords words = new ReplyWords(version, currencies, languages);
            new ReplyReader(words);
            return words;
        } catch (IllegalArgumentException fault) {
            throw root.fault("version", fault.getMessage());
        }
    }

    private static Map<String, List<String>> currencies(YamlSection section) {
        Map<String, List<String>> currencies = new LinkedHashMap<>();
        for (String code : section.keys()) {
            currencies.put(code, section.texts(code));
            try {
                Currency.getInstance(code);
            } catch (IllegalArgumentException unknown) {
                throw section.fault(code, "is no currency of ISO 4217");
            }
        }
        return currencies;
    }

    private static ReplyWords.Language language(YamlSection section) {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        YamlSection named = section.section("sets");
        named.keys().forEach(name -> sets.put(name, named.texts(name)));
        List<List<String>> numbers = split(section, "numbers");
        Map<Topic, List<String>> topics = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            topics.put(topic, phrases(section, topic.label()));
        }
        Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        YamlSection yes = section.section("yes");
        Role.worded().forEach(role -> roles.put(role, phrases(yes, role.label())));
        yes.refuseUnknown();
        Map<DayWord, List<String>> days = new EnumMap<>(DayWord.class);
        YamlSection counted = section.section("days");
        for (DayWord word : DayWord.values()) {
            days.put(word, phrases(counted, word.label()));
        }
        counted.refuseUnknown();
        List<List<String>> months = spellings(section, "months", 12);
        List<List<String>> weekdays = spellings(section, "weekdays", 7);
        boolean dayFirst = section.parsed("day-first", "true or false", RepliesFile::flag);
        section.refuseUnknown();
        try {
            return new ReplyWords.Language(new WordSets(sets, numbers), topics, roles, numbers, months, weekdays, days,
                    dayFirst);
        } catch (IllegalArgumentException fault) {
            throw section.fault("months", fault.getMessage());
        }
    }

    private static List<String> phrases(YamlSection section, String key) {
        if (!section.has(key)) {
            throw section.fault(key, "is missing; add it, with [] when the language has no such words");
        }
        List<String> phrases = section.texts(key);
        for (String phrase : phrases) {
            String words = phrase.strip();
            if (words.isEmpty() || words.startsWith("..") || words.endsWith("..")) {
                throw section.fault(key, "'" + phrase + "' is no phrase: it must begin and end with a word");
            }
        }
        return phrases;
    }

    /** A list of so many entries, each of one or more spellings with blanks between. */
    private static List<List<String>> spellings(YamlSection section, String key, int size) {
        List<List<String>> spellings = split(section, key);
        if (spellings.size() != size) {
            throw section.fault(key, "needs " + size + " entries, not " + spellings.size());
        }
        return spellings;
    }

    private static List<List<String>> split(YamlSection section, String key) {
        return section.texts(key).stream().map(text -> Arrays.asList(text.split("\\s+"))).toList();
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
