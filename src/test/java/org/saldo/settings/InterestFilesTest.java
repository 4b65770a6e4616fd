package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.InterestPolicy.Use;
import org.saldo.dunning.interest.Law;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/** The shipped laws and policy, and what may not stand in them. */
class InterestFilesTest {

    private static final Path RATES = Path.of("config/policies/interest-rates.yaml");
    private static final Path POLICY = Path.of("config/policies/interest.yaml");
    private static final Map<String, Law> LAWS = InterestRatesFile.read(RATES);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DE", "ES", "FR", "IT", "NL", "IE", "GB", "MX"})
    void theShippedPolicyAnnouncesByTheLawOfTheCountryAndChargesNobody(String country) {
        InterestPolicy policy = InterestFile.read(POLICY, LAWS);
        assertThat(policy.ruleFor(customer("C-1", country, false))).hasValueSatisfying(rule -> {
            assertThat(rule.use()).isEqualTo(Use.ANNOUNCE);
            assertThat(rule.law().orElseThrow().id()).isEqualTo(country);
        });
        assertThat(policy.ruleFor(customer("C-1", country, true))).as("a natural person").isEmpty();
        assertThat(policy.rules()).noneMatch(rule -> rule.use() == Use.CHARGE);
    }

    @Test
    void inChinaNoFigureIsStatedAndWhereNothingWasAgreedNothingIsSaid() {
        InterestPolicy policy = InterestFile.read(POLICY, LAWS);
        assertThat(policy.ruleFor(customer("C-1", "CN", false)).orElseThrow().use()).isEqualTo(Use.RESERVE);
        assertThat(policy.ruleFor(customer("C-1", "US", false))).isEmpty();
        assertThat(policy.ruleFor(customer("C-1", "BR", false))).isEmpty();
    }

    @Test
    void aContractMayGiveAFineInPlaceOfTheLawsSum() throws IOException {
        InterestPolicy policy = policy("""
                  - {countries: [BR], use: announce, law: BR, contract-rate: 12.0, contract-fine: 2.0}
                  - {countries: [DE], use: announce, law: DE, contract-fine: 1.5}
                """);
        Law brazil = policy.rules().get(0).law().orElseThrow();
        assertThat(brazil.lumpSum().on(Money.of("BRL", "1234.56"))).hasValue(Money.of("BRL", "24.69"));
        assertThat(brazil.lumpSum().on(Money.of("BRL", "0.00"))).isEmpty();
        assertThat(policy.rules().get(1).law().orElseThrow().lumpSum().on(Money.of("EUR", "100.00")))
                .hasValue(Money.of("EUR", "1.50"));
        assertThatThrownBy(() -> policy("  - {countries: [DE], use: announce, law: DE, contract-fine: 0}\n"))
                .isInstanceOf(SettingsException.class).hasMessageContaining("a fine is more than 0 percent");
        assertThatThrownBy(() -> policy("  - {countries: [DE], use: none, contract-fine: 2}\n"))
                .isInstanceOf(SettingsException.class).hasMessageContaining("contract-fine: needs a law");
    }

    @Test
    void theFirstRuleThatFitsCountsAndAContractGivesTheRate() throws IOException {
        InterestPolicy policy = policy("""
                  - {customers: [C-9], use: none}
                  - {countries: [DE], use: announce, law: DE-CONSUMER, natural-persons: true, segments: [SHOP]}
                  - {companies: [other], use: charge, law: DE}
                  - {countries: [US], use: announce, law: US, contract-rate: 12.0}
                  - {countries: [DE], use: announce, law: DE, lump-sums: false}
                """);
        assertThat(policy.ruleFor(customer("C-9", "DE", false))).isEmpty();
        assertThat(policy.ruleFor(customer("C-1", "US", false)).orElseThrow().law().orElseThrow().percent())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("12"));
        assertThat(law(policy, customer("C-1", "DE", true))).isEqualTo("DE-CONSUMER");
        assertThat(law(policy, customer("C-1", "DE", false))).as("of the segment too").isEqualTo("DE-CONSUMER");
        assertThat(policy.rules().get(4).law().orElseThrow().lumpSum().bands()).isEmpty();
        assertThat(policy.ruleFor(customer("C-1", "FR", false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "known-through: 2026-06-30|known-through: 2025-06-30|:10: rates: ECB: known-through 2025-06-30 is before its last rate",
        "from: 2013-07-01|from: 2013-03-16|rates: ECB: the rate from 2013-03-16 does not come after the one before",
        "percent: 0.75,|percent: some,|percent: 'some' is not a number",
        ", source: \"Gazzetta Ufficiale 15 of 2026-01-20\"||source: is missing",
        "id: DE-BASE|id: ECB|id: ECB stands here twice",
        "base: ECB|base: EZB|base: 'EZB' is not the id of a table of this file",
        "percent: 8|percent: -8|percent: '-8' is not a number such as 9, or contract",
        "percent: 8|percent: contract|id: EU has base rates and no margin",
        "model: single-rate|model: split|model: 'split' is not split-by-period, fixed-at-start or single-rate",
        "day-count: actual/365|day-count: 365|day-count: '365' is not actual/365",
        "start: day-after-due|start: due|start: 'due' is not day-after-due or day-after-reminder",
        "from: GBP 1000.00|from: GBP 0.00|lump-sum: the bands of a lump sum begin with 0, ascend",
        "sum: GBP 40.00|sum: EUR 40.00|lump-sum: the bands of a lump sum begin with 0, ascend",
        "reminder-fee: {from-reminder: 2|reminder-fee: {from-reminder: 0|reminders are numbered from 1",
        "reminder-fee: {from-reminder: 2|reminder-fee: {from: 2|from: is not known here",
        "from: 2014-07-29|from: soon|from: 'soon' is not a day such as 2014-07-29",
        "from: 2025-06-01|from: 2020-09-01|id: CN-SME stands here twice; keep one, or give each version its day (from)",
        "business-only: true|until: 2001-01-01|id: EU until 2001-01-01 is before from 2013-03-16",
        "business-only: true|businesses-only: true|businesses-only: is not known here"})
    void aFaultInTheRatesIsSaidWithFileAndLine(String good, String bad, String message) throws IOException {
        Path file = changed(RATES, good, bad == null ? "" : bad);
        assertThatThrownBy(() -> InterestRatesFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + ":").hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "law: FR}|law: XX}|law: 'XX' is not the id of a law of interest-rates.yaml",
        "law: FR}|law: US}|the law US leaves the rate to the contract",
        "announce, law: FR}|announce}|use: a law must say how much is announced or charged; correct the rule",
        "announce, law: FR}|announce, contract-rate: 5}|contract-rate: needs a law",
        "law: FR}|law: FR, reminder-fees: always}|reminder-fees: 'always' is not law, contract or none",
        "law: FR}|law: DE-CONSUMER, natural-persons: true, reminder-fees: contract}|no contract lets a natural person pay more",
        "use: reserve|use: reserve, law: CN-SME|use: no law is needed where nothing is announced",
        "use: reserve|use: RESERVE|use: 'RESERVE' is not none, reserve, announce or charge",
        "law: FR}|law: FR, natural-persons: true}|the law FR is not for natural persons",
        "law: FR}|law: FR, natural-person: true}|natural-person: is not known here",
        "use: announce, law: FR}|use: charge, law: FR}|rules: a rule charges; say from which day on",
        "# charging: {from: 2027-01-01|charging: {from: soon|from: 'soon' is not a day such as 2027-01-01",
        "from-level: 3|from-level: 0|rules: levels are numbered from 1",
        "USD 5.00|EUR 6.00|minimum-amounts: EUR 6.00: give each currency one amount"})
    void aFaultInThePolicyIsSaidWithFileAndLine(String good, String bad, String message) throws IOException {
        Path file = changed(POLICY, good, bad);
        assertThatThrownBy(() -> InterestFile.read(file, LAWS)).isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + ":").hasMessageContaining(message);
    }

    private Path changed(Path shipped, String good, String bad) throws IOException {
        Path file = folder.resolve(shipped.getFileName());
        String text = Files.readString(shipped);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
        return file;
    }

    private InterestPolicy policy(String rules) throws IOException {
        Path file = folder.resolve("interest.yaml");
        Files.writeString(file, "version: \"t\"\nfrom-level: 1\ncharging: {from: 2027-01-01, due-days: 14}\nrules:\n" + rules);
        return InterestFile.read(file, LAWS);
    }

    private static String law(InterestPolicy policy, Customer customer) {
        return policy.ruleFor(customer).orElseThrow().law().orElseThrow().id();
    }

    private static Customer customer(String number, String country, boolean naturalPerson) {
        return new Customer(new CustomerId("main", number), "ACME", country, "en", "EUR", "", "", "", "", "", "", "", "", "",
                "", "SHOP", Optional.empty(), "", "", "", false, naturalPerson);
    }
}
