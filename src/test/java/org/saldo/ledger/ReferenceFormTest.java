package org.saldo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceFormTest {

    private static final CustomerId CUSTOMER = new CustomerId("main", "C-0042");

    /** References that the standards and banks print as examples. */
    @ParameterizedTest
    @CsvSource({"RF, 539007547034, RF18539007547034", "QRR, 21000000000313947143000901, 210000000003139471430009017",
            "OGM, 0108068171, 010806817183", "KID10, 1234567, 12345674", "FI, 123456, 1234561", "OCR, 7992739871, 79927398713",
            "KID11, 12345678, 123456785"})
    void aSchemeAddsItsCheckDigits(ReferenceScheme scheme, String payload, String whole) {
        assertThat(scheme.complete(payload)).hasValue(whole);
    }

    @ParameterizedTest
    @EnumSource
    void oneWrongDigitMakesAnotherReference(ReferenceScheme scheme) {
        Random random = new Random(scheme.ordinal());
        for (int i = 0; i < 1000; i++) {
            char[] digits = new char[switch (scheme) {
                case QRR -> 26;
                case OGM -> 10;
                case FIK71 -> 14;
                default -> 15;
            }];
            for (int j = 0; j < digits.length; j++) {
                digits[j] = (char) ('0' + random.nextInt(10));
            }
            String right = scheme.complete(new String(digits)).orElse("");
            int place = random.nextInt(digits.length);
            digits[place] = (char) ('0' + (digits[place] - '0' + 1 + random.nextInt(9)) % 10);
            String other = scheme.complete(new String(digits)).orElse("none");
            assertThat(checkOf(scheme, other)).as(right + " and " + other).isNotEqualTo(checkOf(scheme, right));
        }
    }

    private static String checkOf(ReferenceScheme scheme, String whole) {
        return scheme == ReferenceScheme.RF ? whole.substring(0, Math.min(4, whole.length()))
                : whole.substring(Math.max(0, whole.length() - 2)).replaceFirst(scheme == ReferenceScheme.OGM ? "^$" : "^.", "");
    }

    @Test
    void fieldsAreFilledWithZerosAndNeverCut() {
        ReferenceForm form = new ReferenceForm(ReferenceScheme.QRR, "210000{customer:7}{number:13}");
        String whole = form.of(CUSTOMER, "RE-2026-00017", 1).orElseThrow();
        assertThat(whole).startsWith("210000" + "0000042" + "0000202600017").hasSize(27);
        assertThat(form.of(CUSTOMER, "12345678901234", 1)).isEmpty();
        assertThat(form.of(CUSTOMER, "DRAFT", 1)).isEmpty();
        assertThat(form.of(CUSTOMER)).isEmpty();
        ReferenceForm instalments = new ReferenceForm(ReferenceScheme.RF, "{number:12}{instalment:2}");
        Set<String> different = new HashSet<>();
        for (int instalment = 1; instalment <= 12; instalment++) {
            different.add(instalments.of(CUSTOMER, "RE-2026-00017", instalment).orElseThrow());
        }
        assertThat(different).hasSize(12);
    }

    @Test
    void aFormWithoutTheDocumentIsTheCustomersOwn() {
        ReferenceForm form = new ReferenceForm(ReferenceScheme.RF, "{customer:8}");
        assertThat(form.isOfCustomer()).isTrue();
        assertThat(form.of(CUSTOMER)).hasValueSatisfying(whole -> assertThat(whole).matches("RF[0-9]{2}00000042"));
    }

    @Test
    void aFormThatTheSchemeCannotHaveIsRefused() {
        assertThatThrownBy(() -> new ReferenceForm(ReferenceScheme.QRR, "{number:13}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("QRR takes 26 digits");
        assertThatThrownBy(() -> new ReferenceForm(ReferenceScheme.RF, "{total:3}")).hasMessageContaining("{total:3}");
        assertThatThrownBy(() -> new ReferenceForm(ReferenceScheme.RF, "12345")).hasMessageContaining("at least");
        assertThatThrownBy(() -> new ReferenceForm(ReferenceScheme.OCR, "AB{number:6}")).hasMessageContaining("AB{number:6}");
    }
}
