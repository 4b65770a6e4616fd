package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.delivery.StatementLetter;
import org.saldo.settings.SettingsException;
import org.saldo.settings.StatementTemplates;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Names in letters that the fonts of the house lack: known before a page is drawn, and printed where a font has them. */
class AddedFontTest {

    /** A character beyond the Basic Multilingual Plane, as it stands in names. */
    private static final String YOSHI = "\ud842\udfb7";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "شركة النور | letter ش (U+0634) of 'شركة النور' is of a script that is not set here; give the customer",
        "ระบบ | letter ร (U+0E23) of 'ระบบ' is in none of the fonts; put one that has it (.ttf) into config/templates/fonts",
        "한국 (주) | letter 한 (U+D55C) of '한국 (주)' is in none of the fonts",
        "Արարատ | letter Ա (U+0531) of 'Արարատ' is in none"})
    void aNameThatWouldLoseALetterIsTold(String name, String told) {
        assertThat(new StatementPdf().unprintable(letter(name)).orElse("")).startsWith(told);
    }

    @ParameterizedTest
    @CsvSource({"ACME 株式会社", "Žluťoučký kůň Ltd. – № 5", "Ελλάς ΑΕ", "Smile 😀 & Co"})
    void aNameThatTheFontsHaveIsPrintedAndAPictureMayBeLeftOut(String name) {
        assertThat(new StatementPdf().unprintable(letter(name))).isEmpty();
    }

    @Test
    void anAddedFontPrintsWhatItHasAlsoBeyondTheBasicPlane() throws Exception {
        StatementLetter letter = letter(YOSHI + "野家 " + YOSHI);
        assertThat(new StatementPdf().unprintable(letter).orElse("")).contains("(U+20BB7)");
        StatementPdf pdf = new StatementPdf(List.of(Files.write(folder.resolve("more.ttf"), font(0x20BB7))));
        assertThat(pdf.unprintable(letter)).isEmpty();
        byte[] page = pdf.render(letter);
        assertThat(text(page)).contains(YOSHI + "野家 " + YOSHI);
        assertThat(StatementArchiveTest.faults(page, PDFAFlavour.PDFA_3_B)).isEmpty();
        assertThat(new StatementPdf(List.of(folder.resolve("more.ttf"))).render(letter)).as("the same bytes").isEqualTo(page);
        assertThat(pdf.render(SampleStatement.letter("en"))).as("where it is not needed")
                .isEqualTo(new StatementPdf().render(SampleStatement.letter("en")));
    }

    @Test
    void fontsBesideTheTemplatesAreReadAndOneThatIsNoneStopsTheStart() throws IOException {
        Path templates = Files.createDirectories(folder.resolve("templates/en")).getParent();
        Files.copy(Path.of("config/templates/en/statement.properties"), templates.resolve("en/statement.properties"));
        Path fonts = Files.createDirectories(templates.resolve("fonts"));
        Files.write(fonts.resolve("more.ttf"), font(0x20BB7));
        Files.writeString(fonts.resolve("LICENSE.txt"), "free");
        assertThat(StatementTemplates.read(templates).fonts()).containsExactly(fonts.resolve("more.ttf"));
        Path broken = Files.writeString(fonts.resolve("broken.ttf"), "no font at all, but some bytes", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StatementTemplates.read(templates)).isInstanceOf(SettingsException.class)
                .hasMessageContaining(broken + ": is no TrueType font");
    }

    private static StatementLetter letter(String name) {
        return StatementLetter.of(SampleStatement.statement(1, "EUR"), SampleStatement.company(), SampleStatement.customer(name),
                SampleStatement.words("en"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** A font with one letter, W of the house, as the character. */
    private static byte[] font(int character) throws IOException {
        byte[] house = AddedFontTest.class.getResourceAsStream("/org/saldo/delivery/fonts/NotoSans-Regular.ttf").readAllBytes();
        TTFSubsetter subsetter = new TTFSubsetter(new TTFParser().parse(new RandomAccessReadBuffer(house)));
        subsetter.add('W');
        ByteArrayOutputStream subset = new ByteArrayOutputStream();
        subsetter.writeToStream(subset);
        ByteBuffer map = ByteBuffer.allocate(12 + 28);
        map.putShort((short) 0).putShort((short) 1).putShort((short) 3).putShort((short) 10).putInt(12);
        map.putShort((short) 12).putShort((short) 0).putInt(28).putInt(0).putInt(1).putInt(character).putInt(character).putInt(1);
        return withTable(subset.toByteArray(), "cmap", map.array());
    }

    /** The font with another table in the place of its own. */
    private static byte[] withTable(byte[] font, String name, byte[] table) {
        ByteBuffer in = ByteBuffer.wrap(font);
        int count = in.getShort(4);
        List<byte[]> tables = new ArrayList<>();
        ByteBuffer out = ByteBuffer.allocate(font.length + table.length + 4 * count);
        out.put(font, 0, 12);
        int offset = 12 + 16 * count;
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            boolean other = new String(font, entry, 4, StandardCharsets.US_ASCII).equals(name);
            byte[] data = new byte[other ? table.length : in.getInt(entry + 12)];
            System.arraycopy(other ? table : font, other ? 0 : in.getInt(entry + 8), data, 0, data.length);
            tables.add(data);
            out.put(font, entry, 8).putInt(offset).putInt(data.length);
            offset += (data.length + 3) / 4 * 4;
        }
        for (byte[] data : tables) {
            out.put(data).position((out.position() + 3) / 4 * 4);
        }
        return java.util.Arrays.copyOf(out.array(), out.position());
    }
}
