package org.saldo.intake.list;

import java.util.List;
import java.util.stream.Collectors;

/** A row of a list as it stands in the file: its line, and its cells in the order of the columns. */
record ListRow(int line, List<Cell> cells) {

    private static final int TEXT_MAX = 400;

    /**
     * A cell. A {@code number} is one by its type, written with a decimal point; a formula has no text.
     */
    record Cell(String text, boolean number, boolean formula) {

        static final Cell EMPTY = new Cell("", false, false);

        static Cell text(String raw) {
            String one = raw.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u00a0\\u202f]+", " ").strip();
            return new Cell(one.length() <= TEXT_MAX ? one : one.substring(0, TEXT_MAX), false, false);
        }
    }

    ListRow {
        cells = List.copyOf(cells);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty() && !cell.formula());
    }

    String joined() {
        return cells.stream().map(Cell::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
