package org.saldo.intake;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * What was posted to a page, in the shape of a mail without a sender: its facts as text, one a line, and the file. So it is
 * kept, shown and handed over as the mails are that bring the same.
 */
public final class KeptForm {

    private KeptForm() {
    }

    /** @param at when it was posted */
    public static byte[] of(String subject, String facts, PageForm form, Instant at) {
        try {
            MimeMultipart parts = new MimeMultipart();
            MimeBodyPart text = new MimeBodyPart();
            text.setText(facts.replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
            parts.addBodyPart(text);
            if (form.file().isPresent()) {
                MimeBodyPart file = new MimeBodyPart();
                file.setDataHandler(new DataHandler(new ByteArrayDataSource(form.file().get().bytes(),
                        "application/octet-stream")));
                file.setFileName(form.file().get().name());
                parts.addBodyPart(file);
            }
            MimeMessage message = new MimeMessage((Session) null) {
                @Override
                protected void updateMessageID() {
                    // nobody sent it
                }
            };
            message.setSentDate(Date.from(at));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setContent(parts);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException failure) {
            throw new IllegalArgumentException("a form cannot be kept: " + failure.getMessage(), failure);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
