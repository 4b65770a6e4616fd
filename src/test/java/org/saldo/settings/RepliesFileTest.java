package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.correspondence.ReplyWords;
import org.saldo.correspondence.Topic;

class RepliesFileTest {

    private static final Path SHIPPED = Path.of("config", "policies", "replies.yaml");

    @TempDir
    private Path folder;

    @Test
    void theShippedWordsCoverSixLanguagesAndEveryTopic() {
        ReplyWords words = RepliesFile.read(SHIPPED);
        assertThat(words.languages()).containsOnlyKeys("en", "de", "es", "fr", "pt", "zh");
        words.languages().forEach((code, language) -> {
            for (Topic topic : Topic.values()) {
                assertThat(language.topics().get(topic)).as("%s %s", code, topic).isNotEmpty();
            }
        });
    }

    @Test
    void financeCanAddItsCustomersWords() throws IOException {
        ReplyWords words = RepliesFile.read(with("    weak: [", "    weak: [aye aye, "));
        assertThat(words.languages().get("en").topics().get(Topic.WEAK)).contains("aye aye");
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLine() throws IOException {
        refuses(with("    weak: [", "    week: ["), "weak: is missing");
        refuses(with("    weak: [", "    weaker: [x]\n    weak: ["), "weaker: is not known here");
    }

    @Test
    void aPhraseMustBeginAndEndWithAWord() throws IOException {
        refuses(with("    weak: [", "    weak: [fine .., "), "'fine ..' is no phrase");
        refuses(with("    weak: [", "    weak: [\"!?\", "), "is no phrase");
    }

    @Test
    void wordsThatCanConfirmAreExactAndNoRefusalInAnotherLanguage() throws IOException {
        refuses(with("    weak: [", "    weak: [agree*, "), "'*' may not stand in words that can confirm");
        refuses(with("    weak: [", "    weak: [kein, "), "'kein' is a 'not' of another language");
    }

    @Test
    void monthsWeekdaysAndCurrenciesAreChecked() throws IOException {
        refuses(with("    months: [jan january, ", "    months: ["), "months: needs 12 entries, not 11");
        refuses(with("    weekdays: [monday, ", "    weekdays: ["), "weekdays: needs 7 entries, not 6");
        refuses(with("  EUR: [", "  EURO: ["), "EURO: is no currency of ISO 4217");
    }

    private static void refuses(Path file, String fault) {
        assertThatThrownBy(() -> RepliesFile.read(file)).isInstanceOf(SettingsException.class).hasMessageContaining(fault)
                .hasMessageMatching("(?s).*replies.yaml:\\d+: .*");
    }

    private Path with(String old, String replacement) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(old);
        return Files.writeString(folder.resolve("replies.yaml"), text.replaceFirst(java.util.regex.Pattern.quote(old),
                java.util.regex.Matcher.quoteReplacement(replacement)));
    }
}
