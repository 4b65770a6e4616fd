package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.money.Money;

/** Amounts, days and numbers that a reply names, on Wednesday, 4 November 2026. */
class StatedFactsTest {

    private static final ReplyReader READER = new ReplyReader(TrueReply.WORDS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "we owe EUR 1,234.50 | 1234.5 EUR", "es sind 1.234,50 € | 1234.5 EUR", "son 1 234,50 euros | 1234.5 EUR",
        "$500 only | 500 USD", "CHF 1'234.50 | 1234.5 CHF", "5k EUR | 5000 EUR", "1.2万元 | 12000 CNY", "８６，５００元 | 86500 CNY",
        "EUR500 | 500 EUR", "500EUR | 500 EUR", "12,000.00 | 12000", "R$ 2.000,00 | 2000 BRL", "12 480,50 | 12480.5",
        "0,5 € | 0.5 EUR"})
    void amountsAreReadAsPeopleWriteThem(String text, String amount) {
        assertThat(read(text, "en").amounts().stream().map(each -> each.amount().toPlainString()
                + each.currency().map(currency -> " " + currency).orElse("")).collect(Collectors.joining(","))).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "invoice 12345", "phone 020 7946 0123", "31.10.2026", "at 10:30", "item 4", "RE-10231", "2026"})
    void otherNumbersAreNoAmounts(String text) {
        assertThat(read(text, "en").amounts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | payment on 20 November | 2026-11-20", "en | payment on Nov 20th, 2027 | 2027-11-20",
        "en | payment on 5 May | 2027-05-05", "en | payment on 2026-11-20 | 2026-11-20",
        "en | payment on 11/20/2026 | 2026-11-20", "en | payment on Friday | 2026-11-06",
        "en | payment on Wednesday | 2026-11-11",
        "en | payment on Friday next week | 2026-11-13", "en | payment tomorrow | 2026-11-05",
        "en | payment in 10 days | 2026-11-14",
        "en | payment by the end of the month | 2026-11-30", "en | payment by end of next month | 2026-12-31",
        "de | Zahlung am 5.12. | 2026-12-05", "de | Zahlung am 05.12.26 | 2026-12-05", "de | Zahlung am 5. Dezember | 2026-12-05",
        "de | Zahlung übermorgen | 2026-11-06", "de | Zahlung innerhalb der nächsten 14 Tage | 2026-11-18",
        "es | pago el 05/12/2026 | 2026-12-05", "es | pago el 5 de diciembre de 2026 | 2026-12-05",
        "es | pago el próximo viernes | 2026-11-06", "fr | paiement le 1er décembre | 2026-12-01",
        "fr | paiement vendredi prochain | 2026-11-06", "fr | paiement sous 15 jours | 2026-11-19",
        "pt | pagamento na sexta-feira | 2026-11-06", "pt | pagamento em 05/12 | 2026-12-05",
        "zh | 12月5日付款 | 2026-12-05", "zh | 下周五付款 | 2026-11-13", "zh | 本周五付款 | 2026-11-06", "zh | 2日付款 | 2026-12-02",
        "zh | 月底付款 | 2026-11-30"})
    void daysAreCountedFromTheDayOfWriting(String language, String text, LocalDate day) {
        assertThat(read(text, language).days()).containsExactly(day);
    }

    @Test
    void aDayWithTwoMeaningsIsNoDay() {
        assertThat(read("We will pay on 05/12/2026.", "en").days()).isEmpty();
        assertThat(read("We will pay on 05/12/2026.", "en").doubts()).contains("its day has two meanings");
        assertThat(read("We will pay next Friday.", "en").clear()).isFalse();
        assertThat(read("We will pay on 31/12/2026.", "en").days()).containsExactly(LocalDate.of(2026, 12, 31));
    }

    @Test
    void theYearOfADayIsNotADocumentsLastDigits() {
        Reading reading = READER.read(new WrittenReply("", "We will pay 500 EUR for INV-100777 on 20 November 2026.", "",
                LocalDate.of(2026, 11, 4), "en", false, new Asked(Optional.empty(), Optional.empty(),
                Set.of("INV-100777", "INV-102026"), Set.of())));
        assertThat(reading.documents()).containsExactly("INV-100777");
        assertThat(reading.days()).containsExactly(LocalDate.of(2026, 11, 20));
    }

    @Test
    void documentsAreKnownByTheirNumberInPiecesAndByItsLastDigits() {
        for (String written : List.of("RE-10231", "re 10231", "RE10231", "10231", "invoice no. 10231", "发票RE-10231号")) {
            assertThat(read(written + " is wrong", "en").documents()).as(written).containsExactly("RE-10231");
        }
        assertThat(read("invoice 99999 is wrong", "en").documents()).isEmpty();
        assertThat(read("invoice 99999 is wrong", "en").references()).containsExactly("99999");
    }

    private static Reading read(String text, String language) {
        return READER.read(new WrittenReply("", text, "", TrueReply.SENT_ON, language, false,
                new Asked(Optional.of(Money.of("EUR", "99.00")), Optional.of(LocalDate.of(2026, 9, 30)),
                        Set.of("RE-10231", "RE-20245"), Set.of())));
    }
}
