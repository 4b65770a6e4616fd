package org.saldo.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One kept SMTP session (RFC 5321). It knows how far each mail came, and so whether a failure means "not taken" or "who
 * knows": before the final dot a server keeps nothing, after it only the reply tells. Not for use by several threads.
 */
public final class SmtpSender implements AutoCloseable {

    private final SmtpSettings settings;
    /** Opened with the first connection: to look for the mail library's providers costs more than to find nothing due. */
    private Session session;
    private Wire wire;
    private boolean dotSent;

    public SmtpSender(SmtpSettings settings) {
        this.settings = settings;
    }

    /** Makes sure that there is a live session. @throws ServerUnreachable when there is none to be had */
    public void connect() {
        if (wire != null && wire.isConnected()) {
            return;
        }
        close();
        try {
            wire = opened();
        } catch (AuthenticationFailedException refused) {
            if (settings.tokens().isEmpty()) {
                throw new ServerUnreachable(settings, refused);
            }
            settings.tokens().get().forget();
            again();
        } catch (MessagingException failure) {
            throw new ServerUnreachable(settings, failure);
        }
    }

    /** The token may have been withdrawn before its time: one more try with a fresh one. */
    private void again() {
        try {
            wire = opened();
        } catch (MessagingException failure) {
            throw new ServerUnreachable(settings, failure);
        }
    }

    private Wire opened() throws MessagingException {
        session = session == null ? Session.getInstance(properties(settings)) : session;
        Wire fresh = new Wire(session, settings.security() == SmtpSettings.Security.SMTPS ? "smtps" : "smtp");
        boolean anonymous = settings.user().isEmpty();
        try {
            fresh.connect(settings.host(), settings.port(), anonymous ? null : settings.user(), anonymous ? null
                    : settings.tokens().map(AccessTokens::token).orElse(settings.password()));
        } catch (AccessTokens.NoToken failure) {
            throw new ServerUnreachable(settings, failure);
        }
        return fresh;
    }

    /** Whether the session ended with the last mail, so that {@link #connect()} is needed before the next. */
    public boolean isClosed() {
        return wire == null;
    }

    /** Sends the bytes as they are to these bare addresses. @throws IllegalStateException without a session */
    public SendResult send(byte[] bytes, List<String> recipients) {
        return send(bytes, recipients, List.of());
    }

    /**
     * The same with copies. It goes to all recipients or to none; a copy that the server does not take, now or for ever, is
     * left out, so that nobody in the house can keep it from the recipients.
     */
    public SendResult send(byte[] bytes, List<String> recipients, List<String> copies) {
        if (wire == null) {
            throw new IllegalStateException("there is no session; connect first");
        }
        List<String> readers = new ArrayList<>(recipients);
        copies.stream().filter(copy -> !readers.contains(copy)).forEach(readers::add);
        List<RefusedAddress> dropped = new ArrayList<>();
        while (true) {
            dotSent = false;
            try {
                wire.sendMessage(new RawMessage(session, bytes, settings.bouncesTo()), addresses(readers));
                return new SendResult(SendResult.Outcome.ACCEPTED, wire.getLastServerResponse().strip()).without(dropped);
            } catch (MessagingException failure) {
                List<RefusedAddress> alone = SmtpReplies.ofCopiesAlone(failure, recipients);
                if (alone.isEmpty() || dotSent || !wire.isConnected()) {
                    return judge(failure, recipients).without(dropped);
                }
                dropped.addAll(alone);
                alone.forEach(copy -> readers.remove(copy.address()));
            }
        }
    }

    private static InternetAddress[] addresses(List<String> readers) throws MessagingException {
        InternetAddress[] addresses = new InternetAddress[readers.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(readers.get(i), true);
        }
        return addresses;
    }

    private SendResult judge(MessagingException failure, List<String> recipients) {
        int code = SmtpReplies.code(failure, recipients);
        if (code < 400 || code == SmtpReplies.SERVICE_CLOSES) {
            drop();
        }
        if (code >= 500 && !SmtpReplies.NOT_LOGGED_IN.contains(code)) {
            return new SendResult(SendResult.Outcome.REFUSED, SmtpReplies.words(failure),
                    SmtpReplies.refused(failure, recipients), List.of());
        }
        if (code >= 400 || !dotSent) {
            return new SendResult(SendResult.Outcome.TRY_AGAIN, SmtpReplies.words(failure));
        }
        return new SendResult(SendResult.Outcome.IN_DOUBT, "no answer after the end of the mail: "
                + SmtpReplies.words(failure));
    }

    /** Ends the session; a server that hangs is not waited for. */
    @Override
    public void close() {
        drop();
    }

    private void drop() {
        if (wire != null) {
            try {
                wire.close();
            } catch (MessagingException alreadyGone) {
                // The session is over either way.
            }
            wire = null;
        }
    }

    private static Properties properties(SmtpSettings settings) {
        boolean smtps = settings.security() == SmtpSettings.Security.SMTPS;
        String prefix = smtps ? "mail.smtps." : "mail.smtp.";
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        List.of("timeout", "connectiontimeout", "writetimeout").forEach(key -> properties.put(prefix + key, timeout));
        boolean startTls = settings.security() == SmtpSettings.Security.STARTTLS;
        properties.put(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.put(prefix + "starttls.required", Boolean.toString(startTls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (smtps) {
            properties.put(prefix + "ssl.socketFactory", new QuickTlsSockets());
        } else {
            properties.put(prefix + "socketFactory", new QuickSockets());
        }
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put(prefix + "quitwait", "false");
        if (settings.tokens().isPresent()) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** Notices when the end of a mail is about to be sent: from then on silence means doubt. */
    private final class Wire extends SMTPTransport {

        Wire(Session session, String protocol) {
            super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            dotSent = true;
            super.finishData();
        }
    }

    /** A mail that is its stored bytes, whatever this library would make of them. */
    private static final class RawMessage extends SMTPMessage {

        private final byte[] bytes;

        RawMessage(Session session, byte[] bytes, String bouncesTo) throws MessagingException {
            super(session);
            this.bytes = bytes;
            headers = new InternetHeaders(new ByteArrayInputStream(bytes));
            setEnvelopeFrom(bouncesTo.isEmpty() ? ((InternetAddress) getFrom()[0]).getAddress() : bouncesTo);
            saved = true;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(bytes);
        }
    }
}
