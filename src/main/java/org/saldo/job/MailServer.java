package org.saldo.job;

import java.time.Duration;
import java.util.Locale;
import org.saldo.delivery.SmtpSettings;
import org.saldo.settings.HubProperties;

/** Reads where outgoing mail is handed over from the keys {@code mail.*}. */
final class MailServer {

    private MailServer() {
    }

    /** @throws org.saldo.settings.SettingsException when no mail server is set, or a key is wrong */
    static SmtpSettings of(HubProperties properties) {
        return new SmtpSettings(properties.required("mail.host"), properties.whole("mail.port"),
                properties.parsed("mail.security", "starttls, smtps or none",
                        value -> SmtpSettings.Security.valueOf(value.toUpperCase(Locale.ROOT))),
                properties.text("mail.user"), properties.text("mail.password"),
                Duration.ofSeconds(properties.whole("mail.timeout")), properties.text("mail.bounces-to"));
    }
}
