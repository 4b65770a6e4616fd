package org.saldo.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * A mail as the bytes that go over the wire: multipart/mixed around multipart/alternative, all of it UTF-8. The same
 * mail, key and date give the same bytes. {@code recipients} and {@code copies} are bare addresses for the envelope, {@code
 * content} the bytes with the attached files apart, and {@code sha256} is the hash of them all, in hexadecimal.
 */
public record MimeMail(String messageId, List<String> recipients, List<String> copies, MailBytes content, String sha256) {

    /** RFC 5322 (3.3) in English, whatever the JVM's language is. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Session SESSION = Session.getInstance(new Properties());

    static {
        // Unless it is told, the mail library looks for this class in every jar, several times for each mail.
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** Renders {@code mail} with {@code date} as its Date header; automatic answers come back to what they usually may. */
    public static MimeMail of(OutgoingMail mail, MessageKey key, Instant date) {
        return of(mail, key, date, AutoReplies.USUAL);
    }

    /** Renders {@code mail} with {@code date} as its Date header. */
    public static MimeMail of(OutgoingMail mail, MessageKey key, Instant date, AutoReplies autoReplies) {
        MailAddress from = MailAddress.of(mail.from());
        List<MailAddress> to = mail.to().stream().map(MailAddress::of).toList();
        List<MailAddress> copies = mail.copies().stream().map(MailAddress::of).toList();
        String messageId = key.messageId(mail.businessKey(), from.domain());
        try {
            FixedMessage message = new FixedMessage(messageId);
            message.setFrom(from.toInternetAddress());
            message.setRecipients(Message.RecipientType.TO, addresses(to));
            if (!copies.isEmpty()) {
                message.setRecipients(Message.RecipientType.CC, addresses(copies));
            }
            if (!mail.replyTo().isEmpty()) {
                message.setReplyTo(new InternetAddress[] {MailAddress.of(mail.replyTo()).toInternetAddress()});
            }
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setHeader("Date", DATE.format(date));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (!autoReplies.isWelcomeTo(mail)) {
                // Never "All": that would suppress bounces too.
                message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            }
            if (!mail.language().isEmpty()) {
                message.setHeader("Content-Language", mail.language());
            }
            message.setContent(body(mail, messageId));
            message.saveChanges();
            MailBytes.Writer bytes = new MailBytes.Writer();
            message.writeTo(bytes);
            MailBytes content = bytes.written();
            return new MimeMail(messageId, to.stream().map(MailAddress::address).toList(),
                    copies.stream().map(MailAddress::address).toList(), content, content.sha256());
        } catch (MessagingException | IOException fault) {
            throw new IllegalArgumentException("mail " + mail.businessKey() + ": " + fault.getMessage(), fault);
        }
    }

    private static InternetAddress[] addresses(List<MailAddress> readers) {
        return readers.stream().map(MailAddress::toInternetAddress).toArray(InternetAddress[]::new);
    }

    /** All of it, as it goes over the wire. */
    public byte[] bytes() {
        return content.whole();
    }

    private static MimeMultipart body(OutgoingMail mail, String messageId) throws MessagingException {
        FixedMultipart mixed = new FixedMultipart("mixed", messageId);
        MimeBodyPart readable = new MimeBodyPart();
        FixedMultipart alternative = new FixedMultipart("alternative", messageId);
        alternative.addBodyPart(textPart(mail.text(), "plain"));
        List<OutgoingMail.Attachment> pictures = mail.attachments().stream()
                .filter(attachment -> mail.html().contains("\"cid:" + attachment.name() + "\"")).toList();
        if (!mail.html().isEmpty()) {
            alternative.addBodyPart(pictures.isEmpty() ? textPart(mail.html(), "html")
                    : withPictures(mail.html(), pictures, messageId));
        }
        readable.setContent(alternative);
        mixed.addBodyPart(readable);
        for (OutgoingMail.Attachment attachment : mail.attachments()) {
            if (!pictures.contains(attachment)) {
                mixed.addBodyPart(file(attachment));
            }
        }
        return mixed;
    }

    /** HTML with the pictures that it shows (RFC 2387), each under its name as Content-ID (RFC 2392). */
    private static MimeBodyPart withPictures(String html, List<OutgoingMail.Attachment> pictures, String messageId)
            throws MessagingException {
        FixedMultipart related = new FixedMultipart("related", messageId);
        related.addBodyPart(textPart(html, "html"));
        for (OutgoingMail.Attachment picture : pictures) {
            MimeBodyPart part = file(picture);
            part.setDisposition(MimeBodyPart.INLINE);
            part.setContentID("<" + picture.name() + ">");
            related.addBodyPart(part);
        }
        MimeBodyPart readable = new MimeBodyPart();
        readable.setContent(related);
        return readable;
    }

    private static MimeBodyPart file(OutgoingMail.Attachment attachment) throws MessagingException {
        WrittenPart part = new WrittenPart(attachment.type(), "base64", out -> out.file(attachment.bytes()));
        part.setFileName(attachment.name());
        return part;
    }

    private static MimeBodyPart textPart(String text, String subtype) throws MessagingException {
        String lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
        byte[] quoted = QuotedPrintable.of(lines.getBytes(StandardCharsets.UTF_8));
        return new WrittenPart("text/" + subtype + "; charset=UTF-8", "quoted-printable",
                out -> out.write(quoted, 0, quoted.length));
    }

    /** A part that writes its body itself; the mail library would encode it byte by byte. */
    private static final class WrittenPart extends MimeBodyPart {

        private final Consumer<MailBytes.Writer> body;

        WrittenPart(String type, String encoding, Consumer<MailBytes.Writer> body) throws MessagingException {
            this.body = body;
            setHeader("Content-Type", type);
            setHeader("Content-Transfer-Encoding", encoding);
        }

        @Override
        protected void updateHeaders() {
            // all of them are set
        }

        /** @param out the writer that the message was given: nothing in between encodes anything */
        @Override
        public void writeTo(OutputStream out) throws IOException {
            StringBuilder lines = new StringBuilder(256);
            headers.getAllHeaderLines().asIterator().forEachRemaining(line -> lines.append(line).append("\r\n"));
            out.write(lines.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            body.accept((MailBytes.Writer) out);
        }
    }

    /** A message that keeps the Message-ID that it is given. */
    private static final class FixedMessage extends MimeMessage {

        private final String messageId;

        FixedMessage(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /** A multipart whose boundary follows from the mail; "=_" stands in no quoted-printable and no base64 text. */
    private static final class FixedMultipart extends MimeMultipart {

        FixedMultipart(String subtype, String messageId) {
            super(subtype);
            ContentType type = new ContentType("multipart", subtype, null);
            type.setParameter("boundary", "=_" + subtype + "_" + messageId.substring(1, 33));
            contentType = type.toString();
        }
    }
}
