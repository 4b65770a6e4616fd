package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Rule;

class MatchingFileTest {

    private static final Path SHIPPED = Path.of("config", "policies", "matching.yaml");

    @TempDir
    private Path folder;

    @Test
    void theShippedFileIsTheShippedPolicy() {
        assertThat(MatchingFile.read(SHIPPED)).isEqualTo(MatchingPolicy.shipped());
    }

    @Test
    void aRuleCanBeSwitchedOff() throws IOException {
        MatchingPolicy policy = MatchingFile.read(with("part-payment: true", "part-payment: false"));
        assertThat(policy.allows(Rule.PART_PAYMENT)).isFalse();
        assertThat(policy.allows(Rule.QUOTED_EXACT)).isTrue();
    }

    @Test
    void aMisspeltRuleIsToldWithItsLine() throws IOException {
        Path file = with("advice-exact: true ", "advise-exact: true ");
        assertThatThrownBy(() -> MatchingFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("advice-exact: is missing");
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        Path file = with("advice-days: 5", "guess: true\nadvice-days: 5");
        assertThatThrownBy(() -> MatchingFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("guess").hasMessageContaining("is not known here");
    }

    @Test
    void anImpossibleNumberIsRefused() throws IOException {
        Path file = with("searched-items: 60", "searched-items: 0");
        assertThatThrownBy(() -> MatchingFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("searched items must be 1 or more");
    }

    private Path with(String old, String replacement) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(old);
        return Files.writeString(folder.resolve("matching.yaml"), text.replace(old, replacement));
    }
}
