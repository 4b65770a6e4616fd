package org.saldo.delivery.export;

import java.math.BigDecimal;

/** A value as text. */
public final class PlainText {

    private static final String ACTS_IN_A_SHEET = "=+-@\t\r";

    private static final int CELL_LONGEST = 2_000;

    private PlainText() {
    }

    /** As it stands in a sheet: a text that would act there as a formula gets an apostrophe before it; numbers do not. */
    public static String inSheet(Object value) {
        return value instanceof String text ? guarded(text) : of(value);
    }

    /** Characters that XML 1.0 cannot hold become U+FFFD, and what is too long for a cell is cut off. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= 0x20 && c < 0xD800 || c == '\n' || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000
                ? c : 0xFFFD).forEach(printable::appendCodePoint);
        return printable.length() <= CELL_LONGEST ? printable.toString() : printable.substring(0, CELL_LONGEST - 1) + "…";
    }

    /** As it is. */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String guarded(String text) {
        return !text.isEmpty() && ACTS_IN_A_SHEET.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
