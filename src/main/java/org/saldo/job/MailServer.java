package org.saldo.job;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.saldo.delivery.AccessTokens;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Throttle;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;

/** Where outgoing mail is handed over, from the keys {@code mail.*}; read once, so that an access token is used till its end. */
final class MailServer {

    private final HubProperties properties;
    private final InstantSource clock;
    private SmtpSettings settings;
    private Optional<AccessTokens> tokens = Optional.empty();

    MailServer(HubProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws org.saldo.settings.SettingsException when no mail server is set, or a key is wrong */
    synchronized SmtpSettings settings() {
        if (settings == null) {
            Duration timeout = Duration.ofSeconds(properties.whole("mail.timeout"));
            settings = new SmtpSettings(properties.required("mail.host"), properties.whole("mail.port"),
                    properties.parsed("mail.security", "starttls, smtps or none",
                            value -> SmtpSettings.Security.valueOf(value.toUpperCase(Locale.ROOT))),
                    properties.text("mail.user"), properties.text("mail.password"), timeout,
                    properties.text("mail.bounces-to"), accessTokens());
        }
        return settings;
    }

    /** How fast mail may leave. */
    Throttle throttle() {
        return new Throttle(properties.whole("mail.per-minute"), properties.whole("mail.per-minute-and-domain"));
    }

    /** So many connections at once. @throws org.saldo.settings.SettingsException when there is to be none */
    int connections() {
        int count = properties.whole("mail.connections");
        if (count < 1) {
            throw new SettingsException("mail.connections: is " + count + "; mail needs at least 1");
        }
        return count;
    }

    /** One source for all that logs in, outgoing mail and mailboxes; empty when no token server is set. */
    synchronized Optional<AccessTokens> accessTokens() {
        if (tokens.isEmpty() && properties.isSet("mail.oauth.token-url")) {
            tokens = Optional.of(tokens());
        }
        return tokens;
    }

    private AccessTokens tokens() {
        AccessTokens.Client client = new AccessTokens.Client(properties.required("mail.oauth.client-id"),
                properties.text("mail.oauth.client-secret"), properties.text("mail.oauth.refresh-token"),
                properties.text("mail.oauth.scope"));
        Duration timeout = Duration.ofSeconds(properties.whole("mail.timeout"));
        return properties.parsed("mail.oauth.token-url", "an https address",
                url -> new AccessTokens(URI.create(url), client, timeout, clock));
    }
}
