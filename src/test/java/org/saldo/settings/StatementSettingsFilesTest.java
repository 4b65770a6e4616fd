package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.delivery.StatementWord;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.StatementSchedule;
import org.saldo.statement.StatementTerms;

/** The policy and the words of statements: what is shipped works, and what is wrong is told with file and line. */
class StatementSettingsFilesTest {

    private static final Path SHIPPED = Path.of("config/templates");

    @TempDir
    private Path folder;

    @Test
    void theShippedPolicySendsNothingToCustomers() {
        StatementPolicy policy = StatementsFile.read(Path.of("config/policies/statements.yaml"));
        assertThat(policy.sendsAny()).isFalse();
        assertThat(policy.usual()).isEqualTo(StatementTerms.usual(false, false, List.of()));
        assertThat(policy.aging()).isEqualTo(AgingBuckets.USUAL);
        assertThat(policy.schedules().of("main", YearMonth.of(2026, 10))).isEqualTo(StatementSchedule.USUAL);
    }

    @Test
    void aPolicyIsReadInFull() throws IOException {
        StatementPolicy policy = StatementsFile.read(file("send-to-customers: true\nzero-balances: true\n"
                + "minimum: [EUR 5.00, JPY 500]\naging: [15, 45]\n"));
        assertThat(policy).isEqualTo(new StatementPolicy(true, true,
                List.of(Money.of("EUR", "5.00"), Money.of("JPY", "500")), new AgingBuckets(List.of(15, 45))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "send-to-customer: true|:1: send-to-customer: is not known here",
        "aging: [30, 30]|:1: aging: [30, 30] are not ascending days",
        "aging: [soon]|:1: aging: [soon] are not ascending days",
        "minimum: [5.00]|:1: minimum: '5.00' is not an amount",
        "minimum: [EUR 5.001]|:1: minimum: 'EUR 5.001' is not an amount",
        "minimum: [EUR 1.00, EUR 2.00]|:1: minimum: two minimums for one currency",
        "minimum: [EUR -1.00]|:1: minimum: a minimum must not be negative"})
    void aWrongPolicyIsToldWithFileAndLine(String yaml, String fault) throws IOException {
        Path file = file(yaml + "\n");
        assertThatThrownBy(() -> StatementsFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + fault);
    }

    @Test
    void everyLanguageHasEveryTextAndTheSameNamesInBraces() {
        StatementTemplates templates = StatementTemplates.read(SHIPPED);
        for (String language : List.of("en", "de", "es", "fr", "pt", "zh")) {
            assertThat(templates.in(language, Locale.ENGLISH).language().getLanguage()).isEqualTo(language);
            for (StatementWord word : StatementWord.values()) {
                String text = templates.in(language, Locale.ENGLISH).of(word);
                word.names().forEach(name -> assertThat(text).as(language + " " + word.key()).contains("{" + name + "}"));
            }
        }
    }

    @Test
    void aLanguageThatIsNotThereIsAnsweredInThatOfTheHouse() {
        StatementTemplates templates = StatementTemplates.read(SHIPPED);
        assertThat(templates.in("it", Locale.GERMAN).language()).isEqualTo(Locale.GERMAN);
        assertThat(templates.in("de-AT", Locale.ENGLISH).language()).isEqualTo(Locale.GERMAN);
        assertThatThrownBy(() -> templates.in("it", Locale.KOREAN)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("templates/ko/statement.properties: is missing");
    }

    @Test
    void aMissingUnknownDoubledOrEmptyTextStopsTheStart() throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED.resolve("en/statement.properties"));
        refused(lines.stream().filter(line -> !line.startsWith("closing =")).toList(), "closing: is missing; add it");
        refused(with(lines, "closed = Closed"), ":" + (lines.size() + 1) + ": closed: is not known here");
        refused(with(lines, "closing = Closing"), "closing: stands here twice");
        refused(with(lines, "closing ="), "closing: has no text");
        refused(with(lines, "closing"), "expected 'key = text'");
        refused(lines.stream().map(line -> line.startsWith("page =") ? "page = {page}/{all}" : line).toList(),
                "{all} is not filled in here; known are [page, pages]");
        refused(lines.stream().map(line -> line.startsWith("format-day =") ? "format-day = dd.QX.bb" : line).toList(),
                "format-day: 'dd.QX.bb' is no date pattern");
    }

    private void refused(List<String> lines, String message) throws IOException {
        Path english = Files.createDirectories(folder.resolve("templates/en"));
        Files.write(english.resolve("statement.properties"), lines);
        assertThatThrownBy(() -> StatementTemplates.read(folder.resolve("templates")))
                .isInstanceOf(SettingsException.class).hasMessageContaining("statement.properties").hasMessageContaining(message);
    }

    private static List<String> with(List<String> lines, String added) {
        String[] longer = Arrays.copyOf(lines.toArray(String[]::new), lines.size() + 1);
        longer[lines.size()] = added;
        return List.of(longer);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("statements.yaml"), yaml);
    }
}
