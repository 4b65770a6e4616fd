package org.saldo.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.saldo.intake.list.ListColumn;
import org.saldo.intake.list.ListWords;
import org.saldo.statement.bridge.ComparisonLimits;
import org.saldo.statement.bridge.TheirKind;

/** Reads {@code policies/lists.yaml}: the words of customers' lists, and within which days their lines may be ours. */
public final class ListsFile {

    /** How lists are read, and how they are compared. */
    public record Lists(ListWords words, ComparisonLimits limits) {
    }

    private ListsFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static Lists read(Path file) {
        YamlSection root = YamlSection.read(file);
        ComparisonLimits limits = new ComparisonLimits(days(root, "pair-days"), days(root, "transit-days"));
        Map<ListColumn, List<String>> columns = words(root.section("columns"), ListColumn.class, ListColumn::key);
        Map<ListWords.RowWord, List<String>> rows = words(root.section("rows"), ListWords.RowWord.class, ListsFile::key);
        Map<TheirKind, List<String>> kinds = words(root.section("kinds"), TheirKind.class, ListsFile::key);
        root.refuseUnknown();
        try {
            return new Lists(new ListWords(columns, rows, kinds), limits);
        } catch (IllegalArgumentException twice) {
            throw root.fault("columns", twice.getMessage());
        }
    }

    private static int days(YamlSection root, String key) {
        int days = root.whole(key);
        if (days < 0 || days > 366) {
            throw root.fault(key, days + " is not between 0 and 366");
        }
        return days;
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Map<E, List<String>> words(YamlSection section, Class<E> words,
                                                                  Function<E, String> key) {
        Map<E, List<String>> read = new EnumMap<>(words);
        Arrays.stream(words.getEnumConstants()).filter(word -> section.has(key.apply(word)))
                .forEach(word -> read.put(word, section.texts(key.apply(word))));
        section.refuseUnknown();
        return read;
    }
}
