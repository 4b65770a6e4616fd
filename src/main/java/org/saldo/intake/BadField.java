package org.saldo.intake;

/** A field that cannot be read. It never leaves the reading of its row, where it becomes a {@link Rejection}. */
final class BadField extends RuntimeException {

    private static final int SHOWN_MAX = 60;

    private final String field;
    private final String remedy;

    BadField(String field, String reason, String remedy) {
        super(reason, null, false, false);
        this.field = field;
        this.remedy = remedy;
    }

    Rejection at(String file, long line) {
        return new Rejection(file, line, field, getMessage(), remedy);
    }

    /** The value in quotes, as a message may show it: without control characters, and not too much of it. */
    static String shown(String value) {
        String clean = value.replaceAll("\\p{Cntrl}", "?");
        return "'" + (clean.length() <= SHOWN_MAX ? clean : clean.substring(0, SHOWN_MAX) + "…") + "'";
    }
}
