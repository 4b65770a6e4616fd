package org.saldo.store.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.AutoReplies;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MessageKey;
import org.saldo.delivery.MimeMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.ledger.Words;
import org.saldo.store.Batch;
import org.saldo.store.Database;
import org.saldo.store.InstallationSecret;
import org.saldo.store.Ledger;

/**
 * Where mail begins: a row with its final bytes, written in the transaction of the decision that it tells of. A business
 * key is used once, for ever.
 */
public final class OutboxStore {

    private final Database database;
    private final CustomerMail customerMail;
    private final AutoReplies autoReplies;
    private final MessageKey messageKey;

    /** @param customerMail whether mail to customers may be written at all */
    public OutboxStore(Ledger ledger, CustomerMail customerMail) {
        this(ledger, customerMail, AutoReplies.USUAL);
    }

    /**
     * @param customerMail whether mail to customers may be written at all
     * @param autoReplies  to which mails automatic answers may come back
     */
    public OutboxStore(Ledger ledger, CustomerMail customerMail, AutoReplies autoReplies) {
        this.autoReplies = autoReplies;
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
        Long before = MailRows.known(batch.handle(), List.of(mail.businessKey())).get(mail.businessKey());
        if (before != null && customerMail.admit(mail).isPresent()) {
            return new Enqueued(Enqueued.Outcome.ALREADY_THERE, before);
        }
        return add(batch, List.of(render(mail, batch.startedAt())), new HashMap<>()).get(0);
    }

    /**
     * The mail as it would be written now, for {@link #enqueueAll}: many threads may render at once, while one writes.
     */
    public Rendered render(OutgoingMail mail, Instant date) {
        Optional<MimeMail> bytes = customerMail.admit(mail).map(admitted -> MimeMail.of(admitted, messageKey, date, autoReplies));
        return new Rendered(mail, bytes, Instant.MIN);
    }

    /**
     * A mail with its final bytes; without them while mail to customers is switched off. It does not go before
     * {@code notBefore}.
     */
    public record Rendered(OutgoingMail mail, Optional<MimeMail> bytes, Instant notBefore) {

        public Rendered notBefore(Instant instant) {
            return new Rendered(mail, bytes, instant);
        }
    }

    /** Writes mails that were rendered before, and says of each what became of it, in their order. */
    public List<Enqueued> enqueueAll(Batch batch, List<Rendered> mails) {
        Map<String, Long> known = MailRows.known(batch.handle(), mails.stream().filter(mail -> mail.bytes().isPresent())
                .map(mail -> mail.mail().businessKey()).distinct().toList());
        return add(batch, mails, known);
    }

    private static List<Enqueued> add(Batch batch, List<Rendered> mails, Map<String, Long> known) {
        List<MailRows.Row> fresh = new ArrayList<>();
        List<Enqueued> outcomes = new ArrayList<>();
        for (Rendered mail : mails) {
            Long before = known.get(mail.mail().businessKey());
            if (mail.bytes().isEmpty()) {
                outcomes.add(new Enqueued(Enqueued.Outcome.SWITCHED_OFF, 0));
            } else if (before != null) {
                outcomes.add(new Enqueued(Enqueued.Outcome.ALREADY_THERE, before));
            } else {
                long id = batch.nextRowId();
                known.put(mail.mail().businessKey(), id);
                fresh.add(new MailRows.Row(id, mail.mail(), mail.bytes().get(), mail.notBefore()));
                outcomes.add(new Enqueued(Enqueued.Outcome.ADDED, id));
            }
        }
        MailRows.add(batch, fresh);
        return outcomes;
    }

    /**
     * Cancels a mail that still waits, because a rule says so; false when it no longer waits. A reminder is withdrawn
     * with it.
     */
    public boolean cancel(Batch batch, DueMail mail, Words why) {
        boolean cancelled = Outbox.move(batch.handle(), batch.nextRowId(), new Outbox.Step(mail.id(), MailState.CANCELLED,
                "state = 'PENDING'", batch.actor(), why.stored()), batch.startedAt());
        if (cancelled && mail.kind() == MailKind.REMINDER) {
            ReminderWithdrawals.add(batch, mail.businessKey(), why.stored());
        }
        return cancelled;
    }

    /** To whom the mail with this Message-ID went, copies too; none when there is no such mail. */
    public List<String> recipients(Batch batch, String messageId) {
        return batch.handle().createQuery("SELECT recipients, copies FROM mail WHERE message_id = :id")
                .bind("id", messageId).map((row, context) -> row.getString(1) + ", " + row.getString(2)).findFirst()
                .map(MailAddress::split).orElse(List.of());
    }

    /**
     * A mail server says that an accepted mail did not arrive at one of its recipients. An address that takes no mail is
     * marked; the mail counts as come back when it reached none of those for whom it is. That a copy did not arrive is noted
     * with the mail and says nothing of the customer. False when nothing was noted.
     *
     * @param recipient as the report names it
     * @param status    the enhanced status code (RFC 3463), such as 5.1.1
     */
    public boolean bounced(Batch batch, String messageId, String recipient, String status) {
        return Bounce.of(batch, messageId, recipient, status).map(Bounce::take).orElse(false);
    }
}
