package org.saldo.store.mail;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.MailKind;

/** A mail that waits to be sent; its bytes are read only when it goes. {@code attempts} counts those that failed. */
public record DueMail(long id, String company, MailKind kind, String customer, String businessKey, String subject,
        String recipients, String copies, String messageId, Instant createdAt, int attempts) {

    /** The addresses by which it is judged whether the mail arrived. */
    public List<String> readers() {
        return MailAddress.split(recipients);
    }

    /** Copies for the house, which it can do without. */
    public List<String> copyReaders() {
        return MailAddress.split(copies);
    }

    /** All to whom it goes. */
    public List<String> everybody() {
        return Stream.concat(readers().stream(), copyReaders().stream()).toList();
    }
}
