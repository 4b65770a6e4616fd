package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypefacesTest {

    @Test
    void aTextIsComposedAndLosesWhatCannotBeSeenWhateverItsLetters() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String text = "a" + (char) c + "b";
            assertThat(Typefaces.clean(text)).isEqualTo(composed(text));
        }
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(6, 0, i % 2 == 0 ? 0x400 : 0x2100).collect(StringBuilder::new,
                    StringBuilder::appendCodePoint, StringBuilder::append).toString();
            assertThat(Typefaces.clean(text)).isEqualTo(composed(text));
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ")
                .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}]", "");
    }
}
