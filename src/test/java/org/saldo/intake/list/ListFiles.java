package org.saldo.intake.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes files of tables for tests, as an ERP would write them. */
public final class ListFiles {

    private static final int LINES_ON_A_PAGE = 6;

    private ListFiles() {
    }

    /** Days and plain amounts become typed cells; everything else is text. */
    public static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("List");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    if (text.matches("-?\\d+\\.\\d\\d")) {
                        sheet.value(row, column, new BigDecimal(text));
                    } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                        sheet.value(row, column, LocalDate.parse(text));
                        sheet.style(row, column).format("dd.mm.yyyy").set();
                    } else if (text.startsWith("=")) {
                        sheet.formula(row, column, text.substring(1));
                    } else if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A page of text in columns; what looks like an amount stands at the right of its column. */
    public static byte[] pdf(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDType0Font latin = font(document, "NotoSans-Regular.ttf");
            PDType0Font chinese = font(document, "DroidSansFallbackFull.ttf");
            int line = 0;
            PDPageContentStream content = null;
            for (List<String> row : rows) {
                if (line % LINES_ON_A_PAGE == 0) {
                    close(content);
                    PDPage page = new PDPage();
                    document.addPage(page);
                    content = new PDPageContentStream(document, page);
                }
                draw(content, latin, chinese, row, 700 - 14 * (line++ % LINES_ON_A_PAGE));
            }
            close(content);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void draw(PDPageContentStream content, PDType0Font latin, PDType0Font chinese, List<String> row, float y)
            throws IOException {
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column);
            PDType0Font font = text.chars().anyMatch(c -> c > 0x2e80) ? chinese : latin;
            float left = 50 + 110f * column;
            boolean amount = text.matches("[-\\d.,]*[.,]\\d\\d|借方|贷方|Offener Betrag");
            float x = amount ? left + 90 - font.getStringWidth(text) / 1000 * 9 : left;
            content.beginText();
            content.setFont(font, 9);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }
    }

    private static PDType0Font font(PDDocument document, String name) throws IOException {
        try (InputStream in = ListFiles.class.getResourceAsStream("/org/saldo/delivery/fonts/" + name)) {
            return PDType0Font.load(document, in);
        }
    }

    private static void close(PDPageContentStream content) throws IOException {
        if (content != null) {
            content.close();
        }
    }
}
