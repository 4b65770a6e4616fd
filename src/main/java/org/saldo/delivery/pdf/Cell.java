package org.saldo.delivery.pdf;

/** A cell of a table: its text, a second smaller line (or an empty text), and how the text is set. */
record Cell(String text, String below, Style style) {

    static Cell of(String text) {
        return new Cell(text, "", Palette.BODY);
    }

    static Cell of(String text, Style style) {
        return new Cell(text, "", style);
    }

    static final Cell EMPTY = of("");
}
