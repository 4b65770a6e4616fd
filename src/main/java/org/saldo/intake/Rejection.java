package org.saldo.intake;

/**
 * Why a row, or a whole file, was not taken in, and what to do about it. {@code line} is the line in the file on which
 * the row begins, counted from 1; {@code field} is a column of the hub's own CSV, or {@code row} or {@code file}.
 */
public record Rejection(String file, long line, String field, String reason, String remedy) {

    static final String ROW = "row";
    static final String FILE = "file";
    private static final int TEXT_MAX = 500;
    private static final int FIELD_MAX = 60;

    public Rejection {
        field = cut(field, FIELD_MAX);
        reason = cut(reason, TEXT_MAX);
        remedy = cut(remedy, TEXT_MAX);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** {@code invoices-2026-10.csv:118: due_date: '31.02.2026' is no date; write it as 2026-02-28}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + field + ": " + reason + "; " + remedy;
    }
}
