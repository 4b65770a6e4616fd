package org.saldo.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * The mail server that takes our mail. {@code user} is empty for a server without authentication; {@code bouncesTo} is the
 * envelope sender, empty for the mail's own From. The timeout holds for connecting, reading and writing.
 *
 * @param tokens where access tokens come from that stand in for the password (XOAUTH2)
 */
public record SmtpSettings(String host, int port, Security security, String user, String password, Duration timeout,
        String bouncesTo, Optional<AccessTokens> tokens) {

    /** Plain only for a server on the same machine; STARTTLS is then required, not merely tried. */
    public enum Security { NONE, STARTTLS, SMTPS }

    /** A server that wants a password, or nothing. */
    public SmtpSettings(String host, int port, Security security, String user, String password, Duration timeout,
            String bouncesTo) {
        this(host, port, security, user, password, timeout, bouncesTo, Optional.empty());
    }

    public SmtpSettings {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("mail server '" + host + ":" + port + "': a host and a port are needed");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("mail server " + host + ": the timeout must be positive, was " + timeout);
        }
        if (!bouncesTo.isEmpty()) {
            MailAddress.of(bouncesTo);
        }
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + security + (user.isEmpty() ? ")" : ", as " + user + ")");
    }
}
