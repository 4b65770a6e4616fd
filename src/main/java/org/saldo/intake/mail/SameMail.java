package org.saldo.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;

/**
 * Whether two mails are copies of one that went different ways, as one to two addresses of the same mailbox: their Message-ID,
 * sender and body are the same, whatever servers have written above them.
 */
public final class SameMail {

    private static final Session SESSION = Session.getInstance(new Properties());

    private SameMail() {
    }

    /** False also where one of them has no Message-ID or cannot be read. */
    public static boolean of(byte[] one, byte[] other) {
        try {
            MimeMessage first = new MimeMessage(SESSION, new ByteArrayInputStream(one));
            MimeMessage second = new MimeMessage(SESSION, new ByteArrayInputStream(other));
            return first.getMessageID() != null && first.getMessageID().equals(second.getMessageID())
                    && Arrays.equals(first.getHeader("From"), second.getHeader("From"))
                    && Arrays.equals(first.getRawInputStream().readAllBytes(), second.getRawInputStream().readAllBytes());
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
