package org.saldo.intake;

/** What was posted to the page of a statement is not its form. */
public final class FormRefused extends RuntimeException {

    FormRefused(String message) {
        super(message);
    }
}
