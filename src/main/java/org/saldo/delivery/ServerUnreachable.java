package org.saldo.delivery;

import jakarta.mail.MessagingException;

/** No session with the mail server could be opened: no mail was tried, and all of them wait. */
public final class ServerUnreachable extends RuntimeException {

    ServerUnreachable(SmtpSettings settings, MessagingException failure) {
        super("mail server " + settings + ": " + ConnectionFault.reason(failure, "mail.user and MAIL_PASSWORD")
                + "; the mails wait, nothing is lost", failure);
    }
}
