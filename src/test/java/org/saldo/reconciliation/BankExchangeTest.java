package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.ledger.OriginalAmount;
import org.saldo.money.Money;

/** What is read from a bank's words, and what is not. */
class BankExchangeTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/OCMT/USD1000,00//EXCH/1,0850/ INV-1 | USD 1000.00 | 1.085",
        "INV-1 /OCMT/USD1000,/ | USD 1000.00 | ",
        "OCMT/JPY162350/ EXCH/162,35 | JPY 162350 | 162.35",
        "/OCMT/USD1000,00/CHGS/EUR5,00/ | USD 1000.00 | ",
        "/OCMT/USD1000,00/ again /OCMT/USD1000,00/ | USD 1000.00 | ",
        "/OCMT/USD1000,00/EXCH/free/ | USD 1000.00 | ",
        "InstdAmt: USD 1000.00 XchgRate: 1.0850 | USD 1000.00 | 1.085",
        "<InstdAmt Ccy=\"USD\">1000.00</InstdAmt><XchgRate>0.9217</XchgRate> | USD 1000.00 | 0.9217",
        "InstdAmt/USD1000.00/XchgRate/1.085. | USD 1000.00 | 1.085"})
    void readsTheCodeWordsOfBothFormats(String text, String original, String rate) {
        BankExchange found = inText(text).orElseThrow();
        assertThat(found.original()).hasToString(original);
        assertThat(found.rate()).isEqualTo(Optional.ofNullable(rate).map(BigDecimal::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INV-1 for USD 1000.00", "/OCMT/EUR1000,00/", "/OCMT/USD1.000,00/", "/OCMT/USD1000,000/",
        "/OCMT/USD1,000/", "/OCMT/USD0,00/", "/OCMT/QQQ1000,00/", "/OCMT/XXX1000,00/", "/OCMT/XAU1,00/", "/OCMT/1000,00/",
        "/OCMT/USD/", "/OCMT/USD-5,00/", "/OCMT/USD1000,00/ /OCMT/USD999,00/", "/OCMT/USD1000,00//EXCH/1,08//EXCH/1,09/",
        "/OCMT/USD99999999999999999999,00/", "DOCMT/USD1000,00/", "InstdAmt 1000.00", "InstdAmt USD 1,000.00",
        "/OCMT/USD1000,00,5/", "/OCMT/JPY1000,5/"})
    void whatCannotBeReadOrIsSaidInTwoWaysIsNotSaid(String text) {
        assertThat(inText(text)).isEmpty();
    }

    @Test
    void noTextWhateverMakesItFail() {
        Random random = new Random(20261101);
        String alphabet = "/OCMTEXHUSDEUR0123456789,.:= InstdAmtXchgRate<>\"\n-";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "/OCMT/USD" : "InstdAmt USD");
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            inText(text.toString()).ifPresent(found -> {
                assertThat(found.original().isPositive()).isTrue();
                assertThat(found.rate().orElse(BigDecimal.ONE)).isPositive();
            });
        }
    }

    @Test
    void fieldsOfTheirOwnGoBeforeTheTextAndMayNotContradictIt() {
        OriginalAmount stated = new OriginalAmount(usd("1000.00"), Optional.of(new BigDecimal("1.085")));
        assertThat(BankExchange.of(EUR, Optional.of(stated), "INV-1")).hasValueSatisfying(found -> {
            assertThat(found.source()).isEqualTo("original_amount");
            assertThat(found.rate()).hasValue(new BigDecimal("1.085"));
        });
        assertThat(BankExchange.of(EUR, Optional.of(stated), "/OCMT/USD1000,00/")).isPresent();
        assertThat(BankExchange.of(EUR, Optional.of(stated), "/OCMT/USD999,00/")).isEmpty();
        assertThat(BankExchange.of(Currency.getInstance("USD"), Optional.of(stated), "")).isEmpty();
        OriginalAmount own = new OriginalAmount(Money.of("EUR", "921.66"), Optional.of(BigDecimal.ONE));
        assertThat(BankExchange.of(EUR, Optional.of(own), "/OCMT/USD1000,00/")).hasValueSatisfying(found ->
                assertThat(found.original()).isEqualTo(usd("1000.00")));
    }

    @ParameterizedTest
    @CsvSource({"1.085, 921.66", "1.0850, 921.66", "0.92166, 921.66", "0.921659, 921.66", "1.08500, 921.66",
        "0.92166, 921.67", "0.92166, 921.65", "1.1, 909.09", "0.9, 900.00"})
    void aRateInEitherDirectionLeadsToTheAmountWithinItsOwnRounding(String rate, String booked) {
        assertThat(exchange(rate).explains(Money.of("EUR", booked))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.085, 921.72", "1.085, 921.60", "0.92166, 921.68", "1.1, 909.20", "1.1, 905.00", "0.0092166, 921.66",
        "108.5, 921.66", "0.921659, 921.67", "1.085, 916.66"})
    void anotherAmountThanTheRateGivesIsNotExplained(String rate, String booked) {
        assertThat(exchange(rate).explains(Money.of("EUR", booked))).isFalse();
    }

    @Test
    void withoutARateThereIsNothingToContradictTheAmount() {
        assertThat(new BankExchange(usd("1000.00"), Optional.empty(), "/OCMT/").explains(Money.of("EUR", "1.00"))).isTrue();
    }

    private static BankExchange exchange(String rate) {
        return new BankExchange(usd("1000.00"), Optional.of(new BigDecimal(rate)), "/EXCH/");
    }

    private static Optional<BankExchange> inText(String text) {
        return BankExchange.of(EUR, Optional.empty(), text);
    }

    private static Money usd(String amount) {
        return Money.of("USD", amount);
    }
}
