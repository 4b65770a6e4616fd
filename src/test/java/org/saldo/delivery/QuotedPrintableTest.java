package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quoted-printable as a reader of the mail library undoes it. */
class QuotedPrintableTest {

    private static final String CHARACTERS = "ab c=.é汉€\t  ~\u007f\u0001\r\n";

    @Test
    void everyTextComesBackAsItWasAndNoLineIsTooLong() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
            byte[] quoted = QuotedPrintable.of(text);
            assertThat(MimeUtility.decode(new ByteArrayInputStream(quoted), "quoted-printable").readAllBytes()).isEqualTo(text);
            for (String line : new String(quoted, StandardCharsets.US_ASCII).split("\r\n", -1)) {
                assertThat(line).hasSizeLessThanOrEqualTo(76).matches("[\\x21-\\x7e \\t]*").doesNotMatch(".*[ \\t]$");
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(400);
        while (text.length() < length) {
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            text.append(c == '\r' || c == '\n' ? "\r\n" : c);
        }
        return text.toString();
    }
}
