package org.saldo.camel;

import jakarta.activation.DataHandler;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.attachment.AttachmentMessage;
import org.saldo.job.Work;
import org.saldo.settings.HubProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the mailbox route hands over a mail: the bean {@code mailbox}. Only its attachments are taken, as files of the
 * hub's kinds; its sender must be known, and nothing in it chooses where anything goes.
 */
public final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final Work work;
    private final Today today;
    private final List<String> senders;
    private final long bytesMax;
    private final int attachmentsMax;

    Mailbox(Work work, Today today, HubProperties properties) {
        this.work = work;
        this.today = today;
        this.senders = properties.list("intake.mail.senders").stream()
                .map(sender -> sender.toLowerCase(Locale.ROOT)).toList();
        this.bytesMax = properties.whole("intake.mail.max-bytes");
        this.attachmentsMax = properties.whole("intake.mail.max-attachments");
    }

    /** @throws MailRefused when the mail is not for taking in; the route moves it to the folder for such mail */
    public void takeIn(Exchange exchange) throws IOException {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        String sender = sender(message);
        if (senders.stream().noneMatch(allowed -> sender.equals(allowed)
                || allowed.startsWith("@") && sender.endsWith(allowed))) {
            throw new MailRefused("the sender is not one of intake.mail.senders");
        }
        Map<String, DataHandler> attachments = message.hasAttachments() ? message.getAttachments() : Map.of();
        if (attachments.isEmpty()) {
            throw new MailRefused("it has no attachment");
        }
        if (attachments.size() > attachmentsMax) {
            throw new MailRefused(attachments.size() + " attachments are more than intake.mail.max-attachments");
        }
        for (DataHandler attachment : new ArrayList<>(attachments.values())) {
            String name = attachment.getName() == null ? "attachment" : attachment.getName();
            try (InputStream bytes = new BoundedStream(attachment.getInputStream(), bytesMax)) {
                work.takeAttachment(name, bytes, sender, today.day());
            }
        }
        LOG.info("a mail with {} attachment(s) was taken in", attachments.size());
    }

    private static String sender(Message message) {
        try {
            InternetAddress[] from = InternetAddress.parse(message.getHeader("From", "", String.class), true);
            if (from.length != 1) {
                throw new MailRefused("it has " + from.length + " senders; one is needed");
            }
            return from[0].getAddress().toLowerCase(Locale.ROOT);
        } catch (AddressException unreadable) {
            throw new MailRefused("its sender is no address");
        }
    }
}
