package org.saldo.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MessageKey;
import org.saldo.delivery.MimeMail;
import org.saldo.delivery.OutgoingMail;

/**
 * Where mail begins: a row with its final bytes, written in the transaction of the decision that it tells of. A business
 * key is used once, for ever.
 */
public final class OutboxStore {

    private final Database database;
    private final CustomerMail customerMail;
    private final MessageKey messageKey;

    /** @param customerMail whether mail to customers may be written at all */
    public OutboxStore(Ledger ledger, CustomerMail customerMail) {
        this.database = ledger.database();
        this.customerMail = customerMail;
        this.messageKey = new MessageKey(InstallationSecret.of(database));
    }

    public CustomerMail customerMail() {
        return customerMail;
    }

    /**
     * Writes the mail beside the batch's rows: both are there after the commit, or neither. A mail whose business key is
     * taken is not written again, and mail to a customer is not written while it is switched off; the result says so.
     *
     * @throws IllegalArgumentException when the mail cannot be rendered
     */
    public Enqueued enqueue(Batch batch, OutgoingMail mail) {
        return enqueue(batch, mail, admitted -> MimeMail.of(admitted, messageKey, batch.startedAt()));
    }

    /**
     * The mail as it would be written now, for {@link #enqueue(Batch, Rendered)}: many threads may render at once, while one
     * writes.
     */
    public Rendered render(OutgoingMail mail, Instant date) {
        return new Rendered(mail, customerMail.admit(mail).map(admitted -> MimeMail.of(admitted, messageKey, date)));
    }

    /** A mail with its final bytes; without them while mail to customers is switched off. */
    public record Rendered(OutgoingMail mail, Optional<MimeMail> bytes) {
    }

    /** Writes a mail that was rendered before. */
    public Enqueued enqueue(Batch batch, Rendered mail) {
        return enqueue(batch, mail.mail(), admitted -> mail.bytes().orElseThrow());
    }

    private Enqueued enqueue(Batch batch, OutgoingMail mail, Function<OutgoingMail, MimeMail> rendering) {
        Optional<OutgoingMail> admitted = customerMail.admit(mail);
        if (admitted.isEmpty()) {
            return new Enqueued(Enqueued.Outcome.SWITCHED_OFF, 0);
        }
        Optional<Long> known = idOf(batch.handle(), mail.businessKey());
        if (known.isPresent()) {
            return new Enqueued(Enqueued.Outcome.ALREADY_THERE, known.get());
        }
        MimeMail rendered = rendering.apply(admitted.get());
        long id = batch.nextRowId();
        KeyClash.asConflict("mail " + mail.businessKey(), () -> insert(batch, id, admitted.get(), rendered));
        MailEvents.add(batch.handle(), batch.nextRowId(), id, batch.startedAt(), batch.actor(), MailState.PENDING, "written");
        return new Enqueued(Enqueued.Outcome.ADDED, id);
    }

    /**
     * Cancels a mail that still waits, because a rule says so; false when it no longer waits. A reminder is withdrawn
     * with it.
     */
    public boolean cancel(Batch batch, DueMail mail, String reason) {
        boolean cancelled = Outbox.move(batch.handle(), batch.nextRowId(), new Outbox.Step(mail.id(), MailState.CANCELLED,
                "state = 'PENDING'", batch.actor(), reason), batch.startedAt());
        if (cancelled && mail.kind() == MailKind.REMINDER) {
            ReminderWithdrawals.add(batch, mail.businessKey(), reason);
        }
        return cancelled;
    }

    /** A mail server says that an accepted mail did not arrive; false when no accepted mail has this Message-ID. */
    public boolean bounced(Batch batch, String messageId, String detail) {
        return batch.handle().createQuery("SELECT mail_id FROM mail WHERE message_id = :id").bind("id", messageId)
                .mapTo(Long.class).findFirst().filter(mail -> Outbox.move(batch.handle(), batch.nextRowId(),
                        new Outbox.Step(mail, MailState.BOUNCED, "state = 'ACCEPTED'", batch.actor(), detail),
                        batch.startedAt())).isPresent();
    }

    private static void insert(Batch batch, long id, OutgoingMail mail, MimeMail rendered) {
        Handle handle = batch.handle();
        Instant now = batch.startedAt();
        handle.createUpdate("""
                        INSERT INTO mail (mail_id, company, kind, customer_id, business_key, recipients, subject,
                            message_id, content_sha256, created_at, state, attempts, next_attempt_at, last_reply)
                        VALUES (:id, :company, :kind, :customer, :key, :recipients, :subject, :messageId, :sha256,
                            :now, :state, 0, :now, '')""")
                .bind("id", id).bind("company", mail.company()).bind("kind", mail.kind().name())
                .bind("customer", mail.customer()).bind("key", mail.businessKey())
                .bind("recipients", String.join(", ", rendered.recipients())).bind("subject", mail.subject())
                .bind("messageId", rendered.messageId()).bind("sha256", Contents.put(handle, rendered.bytes()))
                .bind("now", now.atOffset(ZoneOffset.UTC)).bind("state", MailState.PENDING.name()).execute();
    }

    private static Optional<Long> idOf(Handle handle, String businessKey) {
        return handle.createQuery("SELECT mail_id FROM mail WHERE business_key = :key").bind("key", businessKey)
                .mapTo(Long.class).findOne();
    }
}
