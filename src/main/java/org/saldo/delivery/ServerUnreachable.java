package org.saldo.delivery;

import jakarta.mail.MessagingException;

/** No session with the mail server could be opened: no mail was tried, and all of them wait. */
public final class ServerUnreachable extends RuntimeException {

    ServerUnreachable(SmtpSettings settings, MessagingException failure) {
        super("mail server " + settings + ": " + ConnectionFault.reason(failure, settings.tokens().isEmpty()
                ? "mail.user and MAIL_PASSWORD" : "mail.user, and whether mail.oauth.* may send in its name")
                + "; the mails wait, nothing is lost", failure);
    }

    ServerUnreachable(SmtpSettings settings, AccessTokens.NoToken failure) {
        super("mail server " + settings + ": " + failure.getMessage() + "; the mails wait, nothing is lost", failure);
    }
}
