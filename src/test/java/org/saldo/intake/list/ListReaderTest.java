package org.saldo.intake.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.intake.FileRefused;
import org.saldo.settings.ListsFile;
import org.saldo.settings.SettingsException;

/** Lists that are hostile, broken or unclear are refused with a reason, and never take more than they may. */
class ListReaderTest {

    private static final Path LISTS = Path.of("config/policies/lists.yaml");
    private static final List<List<String>> LIST = List.of(List.of("Invoice no", "Open amount"), List.of("INV-1", "10.00"),
            List.of("INV-2", "=5+5"), List.of("Total", "=SUM(B2:B3)"));

    @TempDir
    private Path folder;

    private final ListReader reader = new ListReader(ListsFile.read(LISTS).words());

    private ReadList read(byte[] bytes) {
        return reader.read(bytes, "list", Currency.getInstance("EUR"));
    }

    private void refused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(FileRefused.class).hasMessageContaining(reason);
    }

    @Test
    void aFormulaIsNoAmountWhateverItShows() throws IOException {
        ReadList read = read(ListFiles.workbook(LIST));
        assertThat(read.list().lines()).singleElement().satisfies(line -> assertThat(line.document()).isEqualTo("INV-1"));
        assertThat(read.list().unread()).isEqualTo(1);
        assertThat(read.list().total()).isEmpty();
        assertThat(read.rejected().get(0).toString()).isEqualTo(
                "list:3: amount: it is a formula; write the amount itself, as a number");
    }

    @Test
    void aWorkbookThatUnpacksTooLargeIsRefused() throws IOException {
        refused(with(ListFiles.workbook(LIST), "xl/media/bomb.bin", new byte[210_000_000]), "too large when unpacked");
    }

    @Test
    void anEntityFromOutsideIsNotLookedUp() throws IOException {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>Invoice no</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>Amount</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c><c r=\"B2\"><v>1</v></c></row>"
                + "</sheetData></worksheet>";
        byte[] bytes = with(ListFiles.workbook(LIST), "xl/worksheets/sheet1.xml", entity.getBytes(StandardCharsets.UTF_8));
        try {
            assertThat(read(bytes).list().toString()).doesNotContain("root:");
        } catch (FileRefused refused) {
            assertThat(refused.getMessage()).doesNotContain("root:");
        }
    }

    @Test
    void whatIsTooLargeOrOfAnOldFormIsRefused() {
        refused(new byte[10_000_001], "larger than 10 MB");
        refused(("Invoice no,Amount\n" + "A,1.00\n".repeat(50_001)).getBytes(StandardCharsets.UTF_8), "more than 50000 rows");
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, "old form");
    }

    @Test
    void aPictureOrAClosedPdfIsSaidToBeOne() throws IOException {
        refused(pdf(""), "no text, only a picture");
        refused(pdf("secret"), "is protected");
        refused("%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII), "cannot be opened");
        refused(ListFiles.pdf(List.of(List.of("Dear Sir", "we agree"))), "no table with titles");
    }

    @Test
    void aPdfThatUnpacksTooLargeOrHidesHowItIsPackedIsRefused() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            page.setContents(new PDStream(document, new ByteArrayInputStream(new byte[90_000_000]), COSName.FLATE_DECODE));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            refused(bytes.toByteArray(), "too large when unpacked");
        }
        refused("%PDF-1.7 << /Filter [/FlateDecode /FlateDecode] >>".getBytes(StandardCharsets.ISO_8859_1), "unusual way");
        refused("%PDF-1.7 << /Filter[/ASCIIHexDecode/FlateDecode] >>".getBytes(StandardCharsets.ISO_8859_1), "unusual way");
        refused("%PDF-1.7 << /Filter 7 0 R >>".getBytes(StandardCharsets.ISO_8859_1), "unusual way");
        refused("%PDF-1.7 << /Filter /Fl#61teDecode >>".getBytes(StandardCharsets.ISO_8859_1), "unusual way");
    }

    private static byte[] pdf(String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void randomBytesAreRefusedOrReadButNeverBreakAnything() throws IOException {
        Random random = new Random(5);
        byte[] workbook = ListFiles.workbook(LIST);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(400)] : workbook.clone();
            for (int j = 0; j < bytes.length; j += i % 2 == 0 ? 1 : 97) {
                bytes[j] = (byte) random.nextInt(256);
            }
            try {
                read(bytes);
            } catch (FileRefused refused) {
                assertThat(refused.rejection().remedy()).isNotEmpty();
            }
        }
    }

    @Test
    void anUnknownKeyAndATitleOfTwoColumnsStopTheStart() throws IOException {
        String shipped = Files.readString(LISTS);
        Path file = folder.resolve("lists.yaml");
        Files.writeString(file, shipped.replace("  voucher:", "  vaucher:"));
        assertThatThrownBy(() -> ListsFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("vaucher: is not known here");
        Files.writeString(file, shipped.replace("due: [Due date", "due: [Invoice number, Due date"));
        assertThatThrownBy(() -> ListsFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("'Invoice number' is both");
        Files.writeString(file, shipped.replace("pair-days: 10", "pair-days: 400"));
        assertThatThrownBy(() -> ListsFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("pair-days: 400 is not between 0 and 366");
    }

    /** The archive with one entry added or replaced. */
    private byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("with.xlsx"), zip);
        try (FileSystem archive = FileSystems.newFileSystem(file)) {
            Path entry = archive.getPath("/" + name);
            Files.createDirectories(entry.getParent());
            Files.write(entry, content);
        }
        return Files.readAllBytes(file);
    }
}
