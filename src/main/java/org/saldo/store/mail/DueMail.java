package org.saldo.store.mail;

import java.time.Instant;
import org.saldo.delivery.MailKind;

/** A mail that waits to be sent; its bytes are read only when it goes. {@code attempts} counts those that failed. */
public record DueMail(long id, String company, MailKind kind, String customer, String businessKey, String subject,
        String recipients, String messageId, Instant createdAt, int attempts) {
}
