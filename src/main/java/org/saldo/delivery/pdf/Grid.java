package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that goes over as many pages as it needs and repeats its header on each; to a reader's ear it is one table with
 * one header. It begins with {@link #header()} and ends with {@link #total} or {@link #close}.
 */
final class Grid {

    private static final float LEADING = 11;
    private static final float BELOW_LEADING = 9.5f;
    private static final float GAP = 8;
    private static final float BESIDE = 6;
    private static final int BELOW_MAX = 2;
    private static final int LINES_MAX = 3;

    /** A column: its header, its width in points, whether its cells stand at the right, and whether none is ever cut. */
    record Column(String header, float width, boolean right, boolean whole) {

        Column(String header, float width, boolean right) {
            this(header, width, right, false);
        }

        /** One of numbers by which a document is found: in as many lines as it takes. */
        static Column whole(String header, float width) {
            return new Column(header, width, false, true);
        }
    }

    private final Sheet sheet;
    private final Tags tags;
    private final List<Column> columns;
    private final float padding;

    Grid(Sheet sheet, List<Column> columns) {
        this.sheet = sheet;
        this.tags = sheet.tags();
        this.columns = List.copyOf(columns);
        this.padding = sheet.isSetClosely() ? 2.6f : 3.4f;
    }

    /** A table as wide as the sheet: its columns share what there is in proportion to their widths. */
    static Grid filling(Sheet sheet, List<Column> columns) {
        double natural = columns.stream().mapToDouble(Column::width).sum();
        return new Grid(sheet, columns.stream().map(column -> new Column(column.header(),
                (float) (column.width() * Sheet.WIDTH / natural), column.right(), column.whole())).toList());
    }

    /** Begins the table; the caller has seen to it that a few rows fit below. */
    void header() {
        tags.open(Tags.TABLE);
        tags.open(Tags.ROW);
        drawHeader(true);
        tags.close();
    }

    private void drawHeader(boolean tagged) {
        int lines = 1;
        List<List<String>> texts = new ArrayList<>();
        for (Column column : columns) {
            List<String> wrapped = sheet.typefaces().wrap(column.header(), Palette.SMALL, column.width() - GAP, 2);
            texts.add(wrapped);
            lines = Math.max(lines, wrapped.size());
        }
        float x = Sheet.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            if (tagged) {
                tags.openHeader(true);
            }
            float baseline = sheet.y() + 9 + (lines - texts.get(i).size()) * BELOW_LEADING;
            for (int line = 0; line < texts.get(i).size(); line++) {
                put(columns.get(i), x, baseline, joined(texts.get(i), line), Palette.SMALL);
                baseline += BELOW_LEADING;
            }
            x += columns.get(i).width();
            if (tagged) {
                tags.close();
            }
        }
        sheet.down(9 + lines * BELOW_LEADING - 3);
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.7f, Tone.RULE);
    }

    /** A row with a hairline below it. */
    void row(List<Cell> cells) {
        draw(cells);
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.4f, Tone.HAIRLINE);
    }

    /** A row that is one text over all columns, beginning {@code indent} points from the left. */
    void note(float indent, String text) {
        tags.open(Tags.ROW);
        tags.openCell(columns.size());
        sheet.text(Sheet.LEFT + indent, sheet.y() + padding + 8.4f, text, Palette.QUIET);
        tags.close();
        tags.close();
        sheet.down(LEADING + 2 * padding);
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.4f, Tone.HAIRLINE);
    }

    /** The last row, between stronger rules; the table ends with it. */
    void total(List<Cell> cells) {
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.7f, Tone.RULE);
        draw(cells);
        close();
    }

    /** Ends a table that has no total. */
    void close() {
        tags.close();
    }

    private void draw(List<Cell> cells) {
        List<List<String>> texts = new ArrayList<>(cells.size());
        float height = 0;
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            List<String> wrapped = column.right() && fits(column, cells.get(i)) ? List.of(cells.get(i).text())
                    : sheet.typefaces().wrap(cells.get(i).text(), cells.get(i).style(), column.width() - GAP,
                    column.whole() ? Integer.MAX_VALUE : LINES_MAX);
            texts.add(wrapped);
            height = Math.max(height, wrapped.size() * LEADING + below(column, cells.get(i)).size() * BELOW_LEADING);
        }
        if (sheet.need(height + 2 * padding)) {
            sheet.asFurniture("Header", () -> drawHeader(false));
        }
        tags.open(Tags.ROW);
        float x = Sheet.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            tags.openCell(1);
            cell(columns.get(i), cells.get(i), texts.get(i), x);
            tags.close();
            x += columns.get(i).width();
        }
        tags.close();
        sheet.down(height + 2 * padding);
    }

    private void cell(Column column, Cell cell, List<String> lines, float x) {
        float baseline = sheet.y() + padding + 8.4f;
        for (int i = 0; i < lines.size(); i++) {
            put(column, x, baseline, joined(lines, i), cell.style());
            baseline += LEADING;
        }
        if (isBeside(column, cell)) {
            sheet.text(x + sheet.typefaces().width(cell.text(), cell.style()) + BESIDE, baseline - LEADING, cell.below(),
                    Palette.SMALL);
        } else {
            List<String> below = below(column, cell);
            for (int i = 0; i < below.size(); i++) {
                put(column, x, baseline - LEADING + (i + 1) * BELOW_LEADING, joined(below, i), Palette.SMALL);
            }
        }
    }

    /** The second, smaller text in lines below the first; none where there is none, or room beside the first. */
    private List<String> below(Column column, Cell cell) {
        return cell.below().isEmpty() || isBeside(column, cell) ? List.of()
                : sheet.typefaces().wrap(cell.below(), Palette.SMALL, column.width() - GAP, BELOW_MAX);
    }

    /** A line with the space that parts it from the next, where it stands at the left. */
    private static String joined(List<String> lines, int index) {
        return index < lines.size() - 1 ? lines.get(index) + " " : lines.get(index);
    }

    /** Whether a cell at the right can be set on one line without becoming much smaller; an amount always is. */
    private boolean fits(Column column, Cell cell) {
        return cell.text().indexOf(' ') < 0
                || sheet.typefaces().width(cell.text(), cell.style()) <= column.width() - GAP / 2;
    }

    /** Whether the second, smaller text finds room on the line of the first. */
    private boolean isBeside(Column column, Cell cell) {
        return !column.right() && !cell.text().isEmpty() && !cell.below().isEmpty()
                && sheet.typefaces().width(cell.text(), cell.style()) + BESIDE
                + sheet.typefaces().width(cell.below(), Palette.SMALL) <= column.width() - GAP;
    }

    private void put(Column column, float x, float baseline, String text, Style style) {
        if (column.right()) {
            sheet.textRightFitted(x + column.width(), baseline, text.strip(), style, column.width() - GAP / 2, 5);
        } else {
            sheet.text(x, baseline, text, style);
        }
    }
}
