package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.Look;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementSection;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.delivery.SwissBill;

/** Where to pay, as a reader sees it and as a banking app reads it from the page. */
class PaymentSectionTest {

    private static final String CODE = "BCD\n002\n1\nSCT\nCOBADEFFXXX\nNordlicht Pumpen GmbH\nDE89370400440532013000\n"
            + "EUR78901.23\n\nRF9755000017";
    static final PaymentPart PART = new PaymentPart("Nordlicht Pumpen GmbH", "DE89 3704 0044 0532 0130 00",
            "COBADEFFXXX", "Example Bank", "RF97 5500 0017", CODE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void theCodeIsReadFromThePictureOfThePageInEveryLanguage(String language) throws Exception {
        StatementWording words = SampleStatement.words(language);
        byte[] pdf = new StatementPdf().render(SampleStatement.letter(language).withPayment(PART));
        assertThat(StatementPdfTest.keep("statement-pay-" + language, pdf)).isNotEmpty();
        assertThat(decoded(pdf)).isEqualTo(CODE);
        assertThat(text(pdf)).contains(words.of(StatementWord.PAY_TITLE), "DE89 3704 0044 0532 0130 00", "Example Bank",
                "RF97 5500 0017", words.of(StatementWord.PAY_CODE));
    }

    @Test
    void aTextBeyondAsciiIsReadAsItWasWritten() throws Exception {
        String code = CODE.replace("Nordlicht Pumpen GmbH", "Łódź Pumpy S.A. & Señor");
        assertThat(decoded(new StatementPdf().render(SampleStatement.letter("en").withPayment(
                new PaymentPart("Łódź", "DE89", "", "", "x", code))))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void aSwissPaymentPartStandsAtTheEndAndItsCodeIsReadFromThePicture(String language) throws Exception {
        StatementLetter letter = SampleLetter.swiss(language);
        SwissBill bill = letter.payment().orElseThrow().bill().orElseThrow();
        byte[] pdf = new StatementPdf().render(letter);
        assertThat(StatementPdfTest.keep("statement-swiss-" + language, pdf)).isNotEmpty();
        assertThat(decoded(pdf)).isEqualTo(bill.payload());
        assertThat(text(pdf)).contains("Robert Schneider AG", "21 00000 00003 13947 14300 09017",
                "CH44 3199 9123 0008 8901 2", bill.amountInWords(), SlipWord.RECEIPT.in(Locale.forLanguageTag(language)),
                SlipWord.SEPARATE.in(Locale.forLanguageTag(language)));
    }

    @Test
    void theSwissCodeMeasures46MillimetresAndHasTheCrossInItsMiddle() throws Exception {
        byte[] pdf = new StatementPdf().render(SampleLetter.swiss("de"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 254);
            int top = 2970 - 1050 + 170;
            for (int[] outer : new int[][] {{670, top}, {670 + 459, top}, {670, top + 459}}) {
                assertThat(isDark(page, outer[0] + (outer[0] == 670 ? 3 : -3), outer[1] + (outer[1] == top ? 3 : -3))).isTrue();
            }
            for (int along = -40; along < 500; along += 5) {
                assertThat(isDark(page, 670 - 25, top + along) || isDark(page, 670 + 460 + 25, top + along)
                        || isDark(page, 670 + along, top - 25)).as("quiet zone at " + along).isFalse();
            }
            int x = 670 + 230;
            int y = top + 230;
            assertThat(isDark(page, x, y) || isDark(page, x + 17, y) || isDark(page, x, y + 17)).as("the white cross").isFalse();
            assertThat(isDark(page, x + 25, y) && isDark(page, x + 15, y + 15) && isDark(page, x, y - 25)).isTrue();
            assertThat(isDark(page, x + 33, y) || isDark(page, x, y - 33)).as("free around the square").isFalse();
        }
    }

    @Test
    void aSwissPaymentPartThatDoesNotFitBelowGoesToAPageOfItsOwnAndStaysAwayWithItsSection() throws Exception {
        StatementLetter letter = SampleLetter.swiss("en");
        Look without = new Look(0, Optional.empty(), Look.PLAIN.sections().stream()
                .filter(section -> section != StatementSection.PAYMENT).toList(), Look.PLAIN.movementColumns(),
                Look.PLAIN.itemColumns());
        assertThat(text(new StatementPdf().render(letter.withLook(without)))).doesNotContain("Acceptance point");
        try (PDDocument document = Loader.loadPDF(new StatementPdf().render(letter))) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertThat(last.getText(document)).contains("Acceptance point", "Page " + document.getNumberOfPages() + " of ");
        }
    }

    private static boolean isDark(BufferedImage page, int x, int y) {
        return (page.getRGB(x, y) & 0xff) < 128;
    }

    @Test
    void withoutACodeThereIsNoPictureAndWithoutAnAccountNoSection() throws Exception {
        byte[] uncoded = new StatementPdf().render(SampleStatement.letter("en").withPayment(
                new PaymentPart("Nordlicht", "6222 0210", "", "Example Bank", "C-0017 2026-10", "")));
        assertThat(decoded(uncoded)).isEmpty();
        assertThat(text(uncoded)).contains("Where to pay", "6222 0210", "C-0017 2026-10").doesNotContain("banking app", "BIC");
        assertThat(text(new StatementPdf().render(SampleStatement.letter("en")))).doesNotContain("Where to pay");
    }

    /** What the first page with a code says; empty when none has one. */
    private static String decoded(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, 150);
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                try {
                    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                            new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true)).getText();
                } catch (NotFoundException none) {
                    // the next page may have it
                }
            }
            return "";
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        }
    }
}
