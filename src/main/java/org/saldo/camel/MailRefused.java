package org.saldo.camel;

/** A mail is not for taking in, whatever is done again: it waits for a person in the folder for such mail. */
public final class MailRefused extends RuntimeException {

    MailRefused(String message) {
        super(message);
    }
}
