package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceScannerTest {

    private final ReferenceScanner scanner = new ReferenceScanner(MatchingPolicy.shipped());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Invoice INV-2026-100059 order 4711  | INV2026100059",
        "inv/2026/100059                     | INV2026100059",
        "INV 2026 100059 thanks              | INV2026100059",
        "INV-202 6-1000 59                   | INV2026100059",
        "INV2026100059                       | INV2026100059",
        "invoice no:R01254/our ref 8812      | R01254",
        "/RFB/R01 254                        | R01254",
        "SVWZ+R01254+KREF                    | R01254",
        "Rg. R01216 / R03350                 | R03350",
        "货款R01254                           | R01254",
        "ＩＮＶ－２０２６－１０００５９              | INV2026100059",
        "Nr.12345 EUR 100.00                 | 12345",
        "2024/17/B                           | 202417B",
        "RG-2020-00124953                    | RG202000124953",
        "RE-2024.10 danke                    | RE202410",
        "FV 12/03/2026                       | FV12032026",
        "faktura 12/03/2026                  | 12032026",
    })
    void findsANumberHoweverItIsSpelt(String text, String key) {
        assertThat(keys(text)).contains(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "INV-99910                           | 991",
        "INV99910                            | 9910",
        "XYZ99910                            | 99910",
        "R01254                              | 01254",
        "RE-100 paid on 1.1.2026             | RE1001",
        "paid 24.01.2026                     | 2401",
        "thanks for 2024                     | 2024",
        "DE89370400440532013000              | DE89370400440532013000",
        "IBAN DE89 3704 0044 0532 0130 00    | 3704",
        "IBAN DE89 3704 0044 0532 0130 00    | 0532",
        "amount 1.190,00                     | 1190",
        "amount 602.10                       | 602",
        "EUR 1190                            | 1190",
        "1190 EUR                            | 1190",
        "€4711                               | 4711",
        "Tel 0911 4711-20                    | 0911",
        "Tel 0911 4711-20                    | 4711",
        "INV 1001, 2002                      | 10012002",
        "position 12                         | 12",
        "CHEQUE NO 103028                    | 103028",
        "CHK 103028 goods                    | 103028",
    })
    void leavesOutWhatIsNoNumberOfADocument(String text, String key) {
        assertThat(keys(text)).doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260124", "24012026", "991"})
    void whatMayBeADateOrAPartOfALongerTokenIsWeak(String key) {
        List<Reference> found = scanner.scan("INV-991 of 20260124 or 24012026").stream()
                .filter(reference -> reference.key().equals(key)).toList();
        assertThat(found).hasSize(1).allMatch(Reference::weak);
    }

    @ParameterizedTest
    @CsvSource({"paid 24.01.2026, 24012026, 24.01.2026", "on 2026-01-24, 20260124, 2026-01-24", "per E/57, E57, E/57"})
    void aDayOrAShortNumberIsThatOfADocumentNumberedSo(String text, String key, String written) {
        List<Reference> found = scanner.scan(text).stream().filter(reference -> reference.key().equals(key)).toList();
        assertThat(found).hasSize(1).allMatch(Reference::weak).extracting(Reference::written).containsExactly(written);
        assertThat(scanner.scanWithoutDays(text)).extracting(Reference::key).doesNotContain(key);
    }

    @Test
    void onlyADocumentTellsWhetherWhatLooksLikeADayIsANumber() {
        assertThat(scanner.scanWithoutDays("FV 12/03/2026").stream().map(Reference::key)).doesNotContain("FV12032026");
    }

    @Test
    void aNumberWithOneDigitTooFewIsNone() {
        assertThat(keys("no 123")).contains("123");
        assertThat(keys("no 12")).isEmpty();
    }

    @Test
    void anEmptyTextAndOneOfSignsHaveNone() {
        assertThat(keys("")).isEmpty();
        assertThat(keys(" -- / + ;;; ")).isEmpty();
    }

    @Test
    void aVeryLongTextIsReadWithinBounds() {
        assertThat(scanner.scan("INV-1001 ".repeat(2000))).hasSizeLessThan(10_000);
    }

    private List<String> keys(String text) {
        return scanner.scan(text).stream().map(Reference::key).toList();
    }
}
