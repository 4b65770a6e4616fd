package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.reconciliation.AllocationOrder;
import org.saldo.reconciliation.AllocationOrders;
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

    @Test
    void anOrderIsGivenToCustomersCountriesAndCompanies() throws IOException {
        MatchingPolicy policy = MatchingFile.read(with("  otherwise: hold",
                "  customers: {C1: oldest}\n  countries: {ES: pro-rata}\n  companies: {main: due-oldest}\n  otherwise: hold"));
        assertThat(policy.allocationOrders()).isEqualTo(new AllocationOrders(AllocationOrder.HOLD,
                Map.of("main", AllocationOrder.DUE_OLDEST), Map.of("ES", AllocationOrder.PRO_RATA),
                Map.of("C1", AllocationOrder.OLDEST)));
        assertToldOf("  otherwise: hold", "  otherwise: newest", "'newest' is not due-oldest, oldest, pro-rata, hold");
    }

    @Test
    void whatIsWrongWithADifferenceIsToldWithItsLine() throws IOException {
        assertToldOf("percent: 15,", "percent: 115,", "a rate must be over 0 and under 100 percent, was 115");
        assertToldOf("country: ES", "country: Spain", "'Spain' is not a country of two capitals such as ES");
        assertToldOf("base: net", "base: netto", "'netto' is not net or gross");
        assertToldOf("  settle: open ", "  settle: closed ", "'closed' is not open or allocate");
        assertToldOf("  ROUNDING: ", "  ROUNDINGS: ", "ROUNDINGS: is not known here");
        assertToldOf("  month-per-customer: [EUR 10.00, ", "  month-per-customer: [", "EUR has a tolerance, but not how much");
        assertToldOf("  of-last: 5", "  of-last: 2", "short-again must be 1 or more and of-last not less, were 3 and 2");
        assertToldOf("  of-last: 5", "  of-last: 5\n  narrower: [{up-to: [EUR 1.00], percent: 1}]",
                "a narrower tolerance must name a customer or a segment, and not both");
    }

    @Test
    void wordsBesideOtherNumbersAndRoundSharesAreThoseOfTheFile() throws IOException {
        MatchingPolicy policy = MatchingFile.read(with("banks: [cheque, ", "banks: [vale, "));
        assertThat(policy.otherNumbers().banks()).contains("vale").doesNotContain("cheque");
        assertToldOf("banks: [cheque, ", "banks: ['-', ", "'-' is no word");
        assertToldOf("round-shares: [10, ", "round-shares: [100, ", "'100' is not a whole percentage from 1 to 99");
    }

    private void assertToldOf(String old, String replacement, String fault) throws IOException {
        Path file = with(old, replacement);
        assertThatThrownBy(() -> MatchingFile.read(file)).isInstanceOf(SettingsException.class).hasMessageContaining(fault)
                .hasMessageMatching("(?s).*matching.yaml:\\d+: .*");
    }

    private Path with(String old, String replacement) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(old);
        return Files.writeString(folder.resolve("matching.yaml"), text.replace(old, replacement));
    }

    @Test
    void theVersionOfADecisionTellsOneContentFromAnother() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "version: 2\nrules: on\n");
        Path same = Files.writeString(folder.resolve("same.yaml"), "version: 2\r\nrules: on\r\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "version: 2\nrules: off\n");
        assertThat(ContentHash.of(one)).matches("[0-9a-f]{8}").isEqualTo(ContentHash.of(same))
                .isNotEqualTo(ContentHash.of(other)).isNotEqualTo(ContentHash.of(one, other));
        assertThat(MatchingPolicy.shipped().stamped("0123abcd").version()).isEqualTo("2+0123abcd");
    }

    @Test
    void overToleranceNeedsTheMostOfAMonth() throws IOException {
        assertThat(OverToleranceFile.read(SHIPPED)).isPresent();
        Path file = Files.writeString(folder.resolve("matching.yaml"), Files.readString(SHIPPED).replace(
                "month-per-customer: [EUR 5.00, ", "month-per-customer: ["));
        assertThatThrownBy(() -> MatchingFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("EUR has an over-tolerance, but not how much may be kept in a month");
    }
}
