package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShortFormsTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);

    @Test
    void theLetterBetweenSerialAndYearMayBeLeftOutAndTheYearCut() {
        assertThat(ShortForms.of("412/A/2026", ISSUED)).contains("4122026", "412A26", "41226");
    }

    @Test
    void aDigitBehindASignAtTheEndMayBeLeftOut() {
        assertThat(ShortForms.of("000.012.345-1", ISSUED)).contains("12345");
    }

    @Test
    void whatStandsBeforeALongRunOfZerosMayBeLeftOut() {
        assertThat(ShortForms.of("0090012584", ISSUED)).containsExactly("12584");
        assertThat(ShortForms.of("24442000000012345678", ISSUED)).containsExactly("12345678");
    }

    @Test
    void plainNumbersHaveNoOtherForms() {
        assertThat(ShortForms.of("INV-2026-100059", ISSUED)).isEmpty();
        assertThat(ShortForms.of("R00412", ISSUED)).isEmpty();
        assertThat(ShortForms.of("712004", ISSUED)).isEmpty();
        assertThat(ShortForms.of("", ISSUED)).isEmpty();
    }
}
