package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saldo.delivery.pdf.SampleStatement;
import org.saldo.delivery.pdf.StatementPdf;

class PdfFontsTest {

    private static final byte[] FONT = new byte[3_000];

    static {
        Arrays.fill(FONT, (byte) 'f');
    }

    @Test
    void twoStatementsHaveTheSameFontsAndColours() {
        byte[] one = new StatementPdf().render(SampleStatement.letter("en"));
        byte[] other = new StatementPdf().render(SampleStatement.reissued("en"));
        assertThat(hashes(one)).hasSize(3).isEqualTo(hashes(other));
        assertThat(PdfFonts.in(one, 20).stream().mapToInt(each -> each.to() - each.from()).sum())
                .isGreaterThan(one.length / 2);
    }

    @Test
    void aFontIsFoundWhereItsBytesAre() {
        byte[] pdf = ContentsTest.pdf("page", FONT);
        assertThat(PdfFonts.in(pdf, 20)).singleElement().satisfies(place ->
                assertThat(Arrays.copyOfRange(pdf, place.from(), place.to())).isEqualTo(FONT));
    }

    @Test
    void nothingIsFoundInWhatIsNoPdfOrIsCutOffOrSaysItsLengthElsewhere() {
        byte[] pdf = ContentsTest.pdf("page", FONT);
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(PdfFonts.in(Arrays.copyOfRange(pdf, 1, pdf.length), 20)).isEmpty();
        assertThat(PdfFonts.in(Arrays.copyOf(pdf, pdf.length - 2_000), 20)).isEmpty();
        assertThat(PdfFonts.in(bytes(text.replace("/Length 3000", "/Length 3000 0 R")), 20)).isEmpty();
        assertThat(PdfFonts.in(bytes(text.replace("/Length 3000", "/Length 99999999999999999999")), 20)).isEmpty();
        assertThat(PdfFonts.in(new byte[0], 20)).isEmpty();
        for (int length = 0; length < pdf.length; length += 7) {
            assertThat(PdfFonts.in(Arrays.copyOf(pdf, length), 20).size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void noMoreAreTakenOutThanTheRowCanName() {
        byte[] pdf = bytes("%PDF-1.6\n" + new String(ContentsTest.pdf("page", FONT), StandardCharsets.ISO_8859_1).repeat(25));
        assertThat(PdfFonts.in(pdf, 20)).hasSize(20);
    }

    private static List<String> hashes(byte[] pdf) {
        return PdfFonts.in(pdf, 20).stream().map(place -> Contents.sha256(Arrays.copyOfRange(pdf, place.from(), place.to())))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
