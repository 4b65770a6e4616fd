package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.PrintedAccount;
import org.saldo.money.Money;

/** The text of a payment code by EPC069-12, line by line, and where the scheme ends. */
class EpcCodeTest {

    private static final String IBAN = "DE89370400440532013000";

    @Test
    void aCreditorReferenceGoesIntoItsOwnLine() {
        assertThat(EpcCode.of(account("Nordlicht GmbH", IBAN, "EUR"), eur("1234.50"), "RF18539007547034")).hasValue("""
                BCD
                002
                1
                SCT
                COBADEFFXXX
                Nordlicht GmbH
                DE89370400440532013000
                EUR1234.50

                RF18539007547034""");
    }

    @Test
    void anyOtherReferenceIsAText() {
        assertThat(EpcCode.of(account("Nordlicht GmbH", IBAN, "EUR"), eur("1.00"), "C-0017 2026-10").orElseThrow())
                .endsWith("\nEUR1.00\n\n\nC-0017 2026-10");
        assertThat(EpcCode.isCreditorReference("RF19539007547034")).as("a wrong check digit").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.01,EUR0.01", "999999999.99,EUR999999999.99", "0.00,''", "1000000000.00,''", "-5.00,''"})
    void anAmountThatTheSchemeDoesNotTakeIsLeftToThePayer(String amount, String line) {
        assertThat(EpcCode.of(account("Nordlicht GmbH", IBAN, "EUR"), eur(amount), "x").orElseThrow().split("\n")[7])
                .isEqualTo(line);
    }

    @Test
    void thereIsNoCodeBeyondTheScheme() {
        assertThat(EpcCode.of(account("Nordlicht", IBAN, "USD"), Money.of("USD", "5.00"), "x")).isEmpty();
        assertThat(EpcCode.of(account("Nordlicht", "6222021001116245702", "EUR"), eur("5.00"), "x")).isEmpty();
        assertThat(EpcCode.of(account("Nordlicht", IBAN, "EUR"), eur("5.00"), "x".repeat(141))).isEmpty();
        String fits = EpcCode.of(account("Nordlicht", IBAN, "EUR"), eur("5.00"), "€".repeat(87)).orElseThrow();
        assertThat(fits.getBytes(StandardCharsets.UTF_8)).hasSize(330);
        assertThat(EpcCode.of(account("Nordlicht", IBAN, "EUR"), eur("5.00"), "€".repeat(90))).as("331 bytes").isEmpty();
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    private static PrintedAccount account(String holder, String iban, String currency) {
        return new PrintedAccount("a", "main", holder, iban, "COBADEFFXXX", "Example Bank", Currency.getInstance(currency),
                LocalDate.of(2026, 10, 1), Optional.empty(), PrintedAccount.Kind.OWN);
    }
}
