package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.worklist.Choice;
import org.saldo.delivery.worklist.WorklistColumn;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;

/** The worklist's words: complete in each language that is shipped, and told apart in each. */
class WorklistTemplatesTest {

    private static final Path SHIPPED = Path.of("config/templates");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "es", "fr", "pt", "zh"})
    void eachShippedLanguageTellsItsChoicesApart(String language) {
        WorklistWordings all = WorklistTemplates.read(SHIPPED);
        WorklistWording words = all.in(Locale.forLanguageTag(language));
        assertThat(words.language().getLanguage()).isEqualTo(language);
        for (Choice choice : Choice.values()) {
            assertThat(all.choice("  " + words.words(choice).toUpperCase(Locale.ROOT))).hasValue(choice);
        }
        for (WorklistColumn column : WorklistColumn.values()) {
            assertThat(all.isTitle(column, words.title(column))).isTrue();
        }
    }

    @Test
    void aLanguageWithoutWordsIsWrittenInEnglish() {
        WorklistWordings all = WorklistTemplates.read(folder);
        assertThat(all.in(Locale.ITALIAN).language()).isEqualTo(Locale.ENGLISH);
        assertThat(all.choice("gehört uns nicht")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "one-day = 1 Tag        |                          | one-day: is missing; add it",
        "one-day = 1 Tag        | one-day = ein {x} Tag    | one-day: fills in [x]; it must be []",
        "many-days = {days} Tage| many-days = Tage         | many-days: fills in []; it must be [days]",
        "one-day = 1 Tag        | one-day                  | expected 'key = text'",
        "one-day = 1 Tag        | one-day =                | one-day: has no text; give it one",
        "one-day = 1 Tag        | one-dai = 1 Tag          | one-day: is missing; add it",
        "one-day = 1 Tag        | two-days = 2 Tage~one-day = 1 Tag | two-days: is not known here",
        "one-day = 1 Tag        | one-day = 1 Tag~one-day = 1 Tag | one-day: stands here twice; keep one",
        "d. MMMM uuuu           | Tag                      | worklist.properties",
    })
    void whatIsWrongIsSaidWithFileAndKey(String of, String instead, String says) throws IOException {
        String text = Files.readString(SHIPPED.resolve("de/worklist.properties")).replace(of.strip(),
                instead == null ? "" : instead.strip().replace('~', '\n'));
        Path file = Files.createDirectories(folder.resolve("de")).resolve("worklist.properties");
        Files.writeString(file, text);
        assertThatThrownBy(() -> WorklistTemplates.read(folder)).isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(says);
    }
}
