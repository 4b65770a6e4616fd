package org.saldo.camel;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.saldo.job.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the mailbox for replies hands over a mail: the bean {@code replies}. It takes the mail's bytes and nothing else:
 * no header of it becomes one of the exchange.
 */
public final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final Work work;
    private final Today today;
    private final int bytesMax;

    Replies(Work work, Today today, int bytesMax) {
        this.work = work;
        this.today = today;
        this.bytesMax = bytesMax;
    }

    /** @throws MailRefused when the mail is too large; the route moves it to the folder for such mail */
    public void takeIn(Exchange exchange) throws MessagingException, IOException {
        Message mail = exchange.getMessage(MailMessage.class).getOriginalMessage();
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        mail.writeTo(new Bounded(raw));
        Instant received = mail.getReceivedDate() == null ? today.clock().instant() : mail.getReceivedDate().toInstant();
        LOG.info("replies: {}", work.takeReply(raw.toByteArray(), received, today.day()));
    }

    /** Ends the reading of a mail that is longer than allowed. */
    private final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept;

        Bounded(ByteArrayOutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int next) {
            write(new byte[] {(byte) next}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (kept.size() + length > bytesMax) {
                throw new MailRefused("it has more bytes than replies.max-bytes");
            }
            kept.write(bytes, from, length);
        }
    }
}
