package org.saldo.delivery;

/** No session with the mail server could be opened: no mail was tried, and all of them wait. */
public final class ServerUnreachable extends RuntimeException {

    ServerUnreachable(SmtpSettings settings, Throwable cause) {
        super("mail server " + settings + ": " + cause.getMessage() + "; the mails wait, nothing is lost", cause);
    }
}
