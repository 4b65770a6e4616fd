package org.saldo.camel;

import jakarta.mail.PasswordAuthentication;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.camel.component.mail.MailAuthenticator;
import org.saldo.delivery.AccessTokens;
import org.saldo.settings.HubProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a mailbox is logged in to, asked anew for each connection: by the password of its keys, or, where its mechanisms name
 * {@code XOAUTH2}, by an access token of the token server that outgoing mail uses as well ({@code mail.oauth.*}).
 */
public final class MailboxLogin extends MailAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxLogin.class);

    private final HubProperties properties;
    private final String keys;
    private final Supplier<Optional<AccessTokens>> tokens;

    /** @param keys what the mailbox's keys begin with, such as {@code replies} */
    MailboxLogin(HubProperties properties, String keys, Supplier<Optional<AccessTokens>> tokens) {
        this.properties = properties;
        this.keys = keys;
        this.tokens = tokens;
    }

    /** Without a token the login is refused, and tried again with the next look at the mailbox. */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        try {
            return new PasswordAuthentication(properties.text(keys + ".user"), secret());
        } catch (AccessTokens.NoToken none) {
            LOG.warn("{}: {}", keys, none.getMessage());
            return new PasswordAuthentication(properties.text(keys + ".user"), "");
        }
    }

    /** @throws AccessTokens.NoToken when the token server gives none */
    String secret() {
        return isByToken(properties, keys) ? tokens.get().map(AccessTokens::token).orElse("")
                : properties.text(keys + ".password");
    }

    /** The mail library tries the mechanisms that the settings name, and no other. */
    Properties mechanisms(String protocol) {
        Properties named = new Properties();
        named.put("mail." + protocol + ".auth.mechanisms", properties.text(keys + ".mechanisms"));
        return named;
    }

    static boolean isByToken(HubProperties properties, String keys) {
        return properties.text(keys + ".mechanisms").contains("XOAUTH2");
    }
}
