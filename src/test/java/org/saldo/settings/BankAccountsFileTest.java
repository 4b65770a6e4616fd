package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.PrintedAccounts;

/** The register of the accounts that are printed to customers, as it is written in the configuration. */
class BankAccountsFileTest {

    private static final Companies COMPANIES = new Companies(List.of(new Company("main", "Nordlicht", List.of(), "", "DE",
            Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW,
            List.of(new Company.BankAccount("DE89370400440532013000", "EUR", "")), Optional.empty(), "", List.of())));
    private static final String FILE = """
            cooling-off-days: 3
            accounts:
              - id: eur
                company: main
                holder: Nordlicht GmbH
                iban: DE89 3704 0044 0532 0130 00
                bic: COBADEFFXXX
                bank: Example Bank
                currency: EUR
                from: 2026-10-01
                until: 2027-12-31
                kind: OWN
            """;

    @TempDir
    private Path folder;

    @Test
    void asShippedNothingIsPrinted() {
        PrintedAccounts shipped = BankAccountsFile.read(Path.of("config/policies/bank-accounts.yaml"), COMPANIES);
        assertThat(shipped.all()).isEmpty();
        assertThat(shipped.coolingOffDays()).isPositive();
    }

    @Test
    void anAccountIsReadWithItsDays() throws IOException {
        PrintedAccount account = read(FILE).find("main", "eur").orElseThrow();
        assertThat(account.iban()).isEqualTo("DE89370400440532013000");
        assertThat(account.holder()).isEqualTo("Nordlicht GmbH");
        assertThat(account.isFor(LocalDate.of(2026, 9, 30))).isFalse();
        assertThat(account.isFor(LocalDate.of(2027, 12, 31))).isTrue();
        assertThat(account.isFor(LocalDate.of(2028, 1, 1))).isFalse();
    }

    @Test
    void anAccountOfAFactorNeedNotBeReadByTheHub() throws IOException {
        assertThat(read(FILE.replace("DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432").replace("OWN", "FACTOR")).all())
                .hasSize(1);
    }

    @Test
    void aQrIbanIsReadThroughTheAccountThatItIsCreditedTo() throws IOException {
        assertThat(read(FILE.replace("DE89 3704 0044 0532 0130 00", "CH4431999123000889012").replace("bic: COBADEFFXXX",
                "credited-to: DE89 3704 0044 0532 0130 00")).all()).hasSize(1);
    }

    @Test
    void theHoldersAddressIsPartOfWhatTwoPeopleRelease() throws IOException {
        PrintedAccount without = read(FILE).find("main", "eur").orElseThrow();
        PrintedAccount with = read(FILE + "    address: {street: Rue du Lac, building: 1268, postal-code: 2501, town: Biel, "
                + "country: CH}\n").find("main", "eur").orElseThrow();
        assertThat(with.address().orElseThrow().words()).isEqualTo("Rue du Lac 1268, CH 2501 Biel");
        assertThat(with.content()).isEqualTo(without.content() + "\nRue du Lac 1268, CH 2501 Biel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DE89 3704 0044 0532 0130 00|GB82WEST12345698765432|:6: iban: GB82WEST12345698765432 in EUR is no account of company",
        "currency: EUR|currency: USD|:6: iban: DE89370400440532013000 in USD is no account of company",
        "0130 00|0130 01|:6: iban: 'DE89370400440532013001' is no IBAN with right check digits",
        "company: main|company: other|:4: company: 'other' is no company",
        "kind: OWN|kind: MINE|:12: kind: 'MINE' is not OWN or FACTOR",
        "until: 2027-12-31|until: 2026-01-01|:11: until: is before from",
        "bank: Example Bank|branch: Example Bank|bank: is missing",
        "bic: COBADEFFXXX|address: {town: Biel, postal-code: 2501, country: Schweiz}|:7: country: 'Schweiz' is not two capitals",
        "bic: COBADEFFXXX|address: {town: Biel, country: CH}|postal-code: is missing",
        "bic: COBADEFFXXX|address: {town: Biel, postal-code: 2501, country: CH, canton: BE}|canton",
        "bic: COBADEFFXXX|credited-to: GB82WEST12345698765432|:7: credited-to: only a QR-IBAN is credited to another account",
        "DE89 3704 0044 0532 0130 00|CH4431999123000889012|:6: iban: CH4431999123000889012 in EUR is no account of company",
        "cooling-off-days: 3|cooling-off-days: -1|:1: cooling-off-days: "})
    void aWrongEntryIsRefusedWithItsLine(String from, String to, String told) {
        assertThat(FILE).contains(from);
        assertThatThrownBy(() -> read(FILE.replace(from, to))).isInstanceOf(SettingsException.class)
                .hasMessageContaining(told);
    }

    private PrintedAccounts read(String text) throws IOException {
        Path file = folder.resolve("bank-accounts.yaml");
        Files.writeString(file, text);
        return BankAccountsFile.read(file, COMPANIES);
    }
}
