package org.saldo.intake.list;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.saldo.intake.FileRefused;

/**
 * The rows of a table in a PDF whose text stands in clear columns: each piece of a line belongs to the title above it. A
 * scan has no text, and a page without titles no columns; both are said, not guessed.
 */
final class PdfTable {

    private static final long GLYPHS_MAX = 1_000_000;
    private static final float SAME_LINE = 2.5f;

    private final String name;
    private final ListWords words;

    private PdfTable(String name, ListWords words) {
        this.name = name;
        this.words = words;
    }

    /** A piece of a line between two wider gaps, from {@code left} to {@code right}. */
    private record Piece(float left, float right, String text) {

        float overlap(Piece other) {
            return Math.min(right, other.right) - Math.max(left, other.left);
        }
    }

    private record Line(int page, float y, List<Piece> pieces) {
    }

    static boolean isPdf(byte[] bytes) {
        return bytes.length > 5 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    static List<ListRow> read(byte[] bytes, String name, ListWords words) {
        PdfBounds.require(bytes, name);
        PdfTable table = new PdfTable(name, words);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > ListLimits.PAGES_MAX) {
                throw ListLimits.refused(name, "has more than " + ListLimits.PAGES_MAX + " pages",
                        "send the list as CSV or .xlsx");
            }
            Glyphs glyphs = new Glyphs();
            glyphs.setSortByPosition(true);
            glyphs.getText(document);
            return table.rows(glyphs.lines());
        } catch (FileRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw ListLimits.refused(name, "the PDF cannot be opened", "send the list as CSV or .xlsx, or as a PDF without "
                    + "a password");
        }
    }

    private List<ListRow> rows(List<Line> lines) {
        if (lines.isEmpty()) {
            throw ListLimits.refused(name, "the PDF has no text, only a picture", "send the list as CSV or .xlsx");
        }
        List<ListRow> rows = new ArrayList<>();
        List<Piece> titles = List.of();
        for (int i = 0; i < lines.size(); i++) {
            List<Piece> pieces = lines.get(i).pieces();
            ListRow asRow = new ListRow(i + 1, pieces.stream().map(Piece::text).map(ListRow.Cell::text).toList());
            if (ListHeader.isEnough(ListHeader.columns(asRow, words))) {
                titles = pieces;
            }
            rows.add(titles.isEmpty() || titles == pieces ? asRow : inColumns(i + 1, pieces, titles));
            ListLimits.requireRows(name, rows.size());
        }
        if (titles.isEmpty()) {
            throw ListLimits.refused(name, "the PDF has no table with titles that are understood",
                    "send the list as CSV or .xlsx");
        }
        return rows;
    }

    private static ListRow inColumns(int line, List<Piece> pieces, List<Piece> titles) {
        String[] cells = new String[titles.size()];
        for (Piece piece : pieces) {
            int column = columnOf(piece, titles);
            cells[column] = cells[column] == null ? piece.text() : cells[column] + " " + piece.text();
        }
        return new ListRow(line, Arrays.stream(cells).map(text -> ListRow.Cell.text(text == null ? "" : text)).toList());
    }

    /** The title that the piece stands under most, or is nearest to. */
    private static int columnOf(Piece piece, List<Piece> titles) {
        int best = 0;
        for (int i = 1; i < titles.size(); i++) {
            if (piece.overlap(titles.get(i)) > piece.overlap(titles.get(best))) {
                best = i;
            }
        }
        return best;
    }

    /** Collects where each glyph stands and puts them together to pieces of lines. */
    private static final class Glyphs extends PDFTextStripper {

        private final List<Line> lines = new ArrayList<>();
        private final List<TextPosition> page = new ArrayList<>();
        private long glyphs;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            glyphs += positions.size();
            if (glyphs > GLYPHS_MAX) {
                throw new IOException("more than " + GLYPHS_MAX + " glyphs");
            }
            page.addAll(positions);
        }

        @Override
        protected void writePage() throws IOException {
            page.clear();
            super.writePage();
            List<TextPosition> sorted = new ArrayList<>(page);
            sorted.sort(Comparator.comparingDouble((TextPosition glyph) -> Math.round(glyph.getYDirAdj() / SAME_LINE))
                    .thenComparingDouble(TextPosition::getXDirAdj));
            List<TextPosition> line = new ArrayList<>();
            for (TextPosition glyph : sorted) {
                if (!line.isEmpty() && Math.abs(glyph.getYDirAdj() - line.get(0).getYDirAdj()) > SAME_LINE) {
                    finish(line);
                }
                line.add(glyph);
            }
            finish(line);
        }

        private void finish(List<TextPosition> line) {
            line.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
            List<Piece> pieces = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            float left = 0;
            float right = 0;
            for (TextPosition glyph : line) {
                float gap = glyph.getXDirAdj() - right;
                float blank = Math.max(glyph.getWidthOfSpace(), glyph.getFontSizeInPt() * 0.25f);
                if (!text.isEmpty() && gap > 1.6f * blank) {
                    add(pieces, left, right, text);
                } else if (!text.isEmpty() && gap > 0.4f * blank) {
                    text.append(' ');
                }
                left = text.isEmpty() ? glyph.getXDirAdj() : left;
                text.append(glyph.getUnicode());
                right = glyph.getXDirAdj() + glyph.getWidthDirAdj();
            }
            add(pieces, left, right, text);
            if (!pieces.isEmpty()) {
                lines.add(new Line(getCurrentPageNo(), line.get(0).getYDirAdj(), pieces));
            }
            line.clear();
        }

        private static void add(List<Piece> pieces, float left, float right, StringBuilder text) {
            if (!text.toString().isBlank()) {
                pieces.add(new Piece(left, right, text.toString().strip()));
            }
            text.setLength(0);
        }

        List<Line> lines() {
            return lines;
        }
    }
}
