package org.saldo.camel;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.component.mail.MailMessage;
import org.saldo.intake.Sender;
import org.saldo.intake.mail.SenderCheck;
import org.saldo.job.Work;
import org.saldo.job.intake.MailIntake;
import org.saldo.settings.HubProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the mailbox route hands over a mail: the bean {@code mailbox}. Only its attachments are taken, as files of the
 * hub's kinds; its sender must be known, and proved where it decides, and nothing in it chooses where anything goes.
 */
public final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final Work work;
    private final Today today;
    private final List<String> senders;
    private final SenderCheck check;
    private final long bytesMax;
    private final int attachmentsMax;

    Mailbox(Work work, Today today, HubProperties properties) {
        this.work = work;
        this.today = today;
        this.senders = properties.list("intake.mail.senders").stream()
                .map(sender -> sender.toLowerCase(Locale.ROOT)).toList();
        this.check = new SenderCheck(properties.text("intake.mail.authserv-id"),
                properties.whole("intake.mail.received-lines"));
        this.bytesMax = properties.whole("intake.mail.max-bytes");
        this.attachmentsMax = properties.whole("intake.mail.max-attachments");
    }

    /** @throws MailRefused when the mail is not for taking in; the route moves it to the folder for such mail */
    public void takeIn(Exchange exchange) throws MessagingException {
        Sender sender = check.sender(exchange.getMessage(MailMessage.class).getOriginalMessage())
                .orElseThrow(() -> new MailRefused("it has not exactly one sender"));
        if (senders.stream().noneMatch(allowed -> sender.address().equals(allowed)
                || allowed.startsWith("@") && sender.address().endsWith(allowed))) {
            throw new MailRefused("the sender is not one of intake.mail.senders");
        }
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        Map<String, DataHandler> attachments = message.hasAttachments() ? message.getAttachments() : Map.of();
        if (attachments.isEmpty()) {
            throw new MailRefused("it has no attachment");
        }
        if (attachments.size() > attachmentsMax) {
            throw new MailRefused(attachments.size() + " attachments are more than intake.mail.max-attachments");
        }
        List<MailIntake.Attached> files = attachments.values().stream().map(file -> new MailIntake.Attached(
                file.getName() == null ? "attachment" : file.getName(),
                () -> new BoundedStream(file.getInputStream(), bytesMax))).toList();
        if (!work.takeMail(sender, files, today.day())) {
            throw new MailRefused("it holds instructions, and its sender is not proved: " + sender.why());
        }
        LOG.info("a mail with {} attachment(s) was taken in", attachments.size());
    }
}
