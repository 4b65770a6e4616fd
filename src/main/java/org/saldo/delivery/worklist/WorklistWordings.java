package org.saldo.delivery.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The worklist's words in all languages that the house has; English is always among them. */
public final class WorklistWordings {

    private final Map<String, WorklistWording> byLanguage = new TreeMap<>();

    /** @param others by language tag; English among them replaces the hub's own */
    public WorklistWordings(Map<String, WorklistWording> others) {
        byLanguage.put(Locale.ENGLISH.getLanguage(), WorklistWording.english());
        byLanguage.putAll(others);
    }

    /** The company's language, with or without a region; English where there are no texts in it. */
    public WorklistWording in(Locale language) {
        return Stream.of(language.toLanguageTag(), language.getLanguage(), Locale.ENGLISH.getLanguage())
                .map(byLanguage::get).filter(each -> each != null).findFirst().orElseThrow();
    }

    /** What was chosen in the drop-down, in whichever language the workbook was written. */
    public Optional<Choice> choice(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Choice.values()).filter(choice -> choice.words().equals(wanted) || byLanguage.values().stream()
                .anyMatch(each -> each.words(choice).toLowerCase(Locale.ROOT).equals(wanted))).findFirst();
    }

    /** Whether the text is this in one of the languages, in whichever case. */
    public boolean is(HouseWord word, String text) {
        String wanted = text.strip();
        return word.english().equalsIgnoreCase(wanted)
                || byLanguage.values().stream().anyMatch(each -> each.of(word).equalsIgnoreCase(wanted));
    }

    /** Whether the text is the column's title in one of the languages. */
    public boolean isTitle(WorklistColumn column, String text) {
        return column.title().equals(text) || byLanguage.values().stream().anyMatch(each -> each.title(column).equals(text));
    }
}
