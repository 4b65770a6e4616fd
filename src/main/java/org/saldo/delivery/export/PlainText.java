package org.saldo.delivery.export;

import java.math.BigDecimal;

/** A value as text. */
public final class PlainText {

    private static final String ACTS_IN_A_SHEET = "=+-@\t\r";

    private PlainText() {
    }

    /** As it stands in a sheet: a text that would act there as a formula gets an apostrophe before it; numbers do not. */
    public static String inSheet(Object value) {
        return value instanceof String text ? guarded(text) : of(value);
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
