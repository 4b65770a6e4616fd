package org.saldo.store.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.Refused;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.Ledger;

/** The outbox as a person sees it: what waits, what failed, what is in doubt, and what to do about it. */
public final class OutboxDesk {

    private static final String COLUMNS = "mail_id, company, kind, customer_id, business_key, recipients, subject, "
            + "message_id, created_at, state, attempts, next_attempt_at, sent_at, last_reply, copies";

    private final Ledger ledger;

    public OutboxDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A mail and how far it is. {@code sentAt} is set when a server has taken it. */
    public record Mail(long id, String company, MailKind kind, String customer, String businessKey, String recipients,
            String subject, String messageId, Instant createdAt, MailState state, int attempts, Instant nextAttemptAt,
            Optional<Instant> sentAt, String lastReply, String copies) {
    }

    /** A step of a mail's life. */
    public record Event(Instant at, String actor, MailState state, String detail) {
    }

    /** Up to {@code most} mails after {@code afterId} in the order in which they were written, in any of these states. */
    public List<Mail> list(List<MailState> states, long afterId, int most) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM mail WHERE mail_id > :after AND state IN (<states>) ORDER BY mail_id LIMIT :most")
                .bindList("states", states.stream().map(Enum::name).toList())
                .bind("after", afterId).bind("most", most).map(mail()).list());
    }

    /** @throws Refused when there is no such mail */
    public Mail show(long mailId) {
        return ledger.database().jdbi().withHandle(handle -> find(handle, mailId));
    }

    /** What happened to the mail, in order. */
    public List<Event> events(long mailId) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT happened_at, actor, state, detail FROM mail_event WHERE mail_id = :id ORDER BY event_id""")
                .bind("id", mailId).map((row, context) -> new Event(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2),
                        MailState.valueOf(row.getString(3)), inEnglish(row.getString(4)))).list());
    }

    /** The bytes as they went or will go over the wire. */
    public byte[] bytes(long mailId) {
        return ledger.database().jdbi().withHandle(handle -> Contents.get(handle, handle.createQuery(
                        "SELECT content_sha256 FROM mail WHERE mail_id = :id").bind("id", mailId)
                .mapTo(String.class).findOne().orElseThrow(() -> unknown(mailId))));
    }

    /**
     * Sends the same bytes under the same Message-ID again: what failed or is in doubt, or waits for a later attempt.
     *
     * @throws Refused when a server has taken the mail or it was cancelled
     */
    public void retry(long mailId, String actor, String reason) {
        ledger.database().jdbi().useTransaction(handle -> {
            Mail mail = find(handle, mailId);
            step(handle, mail, new Outbox.Step(mailId, MailState.PENDING,
                    "state IN ('IN_DOUBT', 'FAILED', 'PENDING')", actor, "to be sent again: " + reason));
            handle.createUpdate("UPDATE mail SET next_attempt_at = created_at WHERE mail_id = :id")
                    .bind("id", mailId).execute();
        });
    }

    /**
     * The mail shall not go out. A reminder is withdrawn with it, so that its level does not count.
     *
     * @throws Refused when a server has taken the mail, it is on the wire, or it was cancelled before
     */
    public void cancel(long mailId, String actor, LocalDate day, String reason) {
        ledger.write(BatchKind.PERSON, actor, day, batch -> {
            Mail mail = find(batch.handle(), mailId);
            step(batch.handle(), mail, new Outbox.Step(mailId, MailState.CANCELLED,
                    "state IN ('IN_DOUBT', 'FAILED', 'PENDING')", actor, reason));
            if (mail.kind() == MailKind.REMINDER) {
                ReminderWithdrawals.add(batch, mail.businessKey(), reason);
            }
        });
    }

    private void step(Handle handle, Mail mail, Outbox.Step step) {
        if (!Outbox.move(handle, ledger.database().rowIds().next(), step, ledger.now())) {
            throw new Refused("mail " + mail.id() + ": is " + mail.state() + "; only a mail that waits, failed or is in "
                    + "doubt can be sent again or cancelled");
        }
    }

    private static Mail find(Handle handle, long mailId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM mail WHERE mail_id = :id").bind("id", mailId)
                .map(mail()).findOne().orElseThrow(() -> unknown(mailId));
    }

    private static Refused unknown(long mailId) {
        return new Refused("mail " + mailId + ": is not known; `saldo mails list` shows those that are there");
    }

    private static RowMapper<Mail> mail() {
        return (row, context) -> new Mail(row.getLong(1), row.getString(2), MailKind.valueOf(row.getString(3)),
                row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(), MailState.valueOf(row.getString(10)), row.getInt(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(13, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getString(14), row.getString(15));
    }

    private static String inEnglish(String text) {
        return WorklistWording.english().toldOrWritten(text);
    }
}
