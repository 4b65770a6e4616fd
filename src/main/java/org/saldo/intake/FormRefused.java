package org.saldo.intake;

/** What was posted to the page of a statement is not its form. */
public final class FormRefused extends RuntimeException {

    private final boolean tooLong;

    FormRefused(String message) {
        this(message, false);
    }

    FormRefused(String message, boolean tooLong) {
        super(message);
        this.tooLong = tooLong;
    }

    /** Whether it has more bytes than may be sent. */
    public boolean isTooLong() {
        return tooLong;
    }
}
