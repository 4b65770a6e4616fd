package org.saldo.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.delivery.MailKind;

/**
 * The outbox as its sender sees it. A mail is SENDING in the database before its first byte is on the wire, and each
 * step is a transaction of its own, so that a sender that dies leaves at most one mail whose fate is not known. Only the
 * holder of the lease {@code deliver} may use it.
 */
public final class OutboxQueue {

    private static final String SENDER = "deliver";

    private final Database database;
    private final Ledger ledger;

    public OutboxQueue(Ledger ledger) {
        this.ledger = ledger;
        this.database = ledger.database();
    }

    /**
     * What a dead sender left behind becomes IN_DOUBT, never sent again by itself: the server may have taken it. Returns
     * how many there were.
     */
    public int recover() {
        List<Long> left = database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT mail_id FROM mail WHERE state = 'SENDING' ORDER BY mail_id").mapTo(Long.class).list());
        left.forEach(id -> inDoubt(id, "the sender ended before the server's answer was known"));
        return left.size();
    }

    /** The next mails that are due, oldest first, after {@code last} in that order. */
    public List<DueMail> due(Instant now, Optional<DueMail> last, int most) {
        String after = last.isEmpty() ? "" : " AND (created_at > :created OR (created_at = :created AND mail_id > :id))";
        return database.jdbi().withHandle(handle -> {
            Query query = handle.createQuery("""
                            SELECT mail_id, company, kind, customer_id, business_key, subject, recipients, message_id,
                                created_at, attempts
                            FROM mail WHERE state = 'PENDING' AND next_attempt_at <= :now""" + after
                            + " ORDER BY created_at, mail_id LIMIT :most")
                    .bind("now", utc(now)).bind("most", most);
            last.ifPresent(mail -> query.bind("created", utc(mail.createdAt())).bind("id", mail.id()));
            return query.map((row, context) -> new DueMail(row.getLong(1), row.getString(2),
                    MailKind.valueOf(row.getString(3)), row.getString(4), row.getString(5), row.getString(6),
                    row.getString(7), row.getString(8), row.getObject(9, OffsetDateTime.class).toInstant(),
                    row.getInt(10))).list();
        });
    }

    /** Takes the mail for sending and returns its bytes; empty when it is no longer PENDING. */
    public Optional<byte[]> claim(long mailId) {
        return database.jdbi().inTransaction(handle -> {
            if (!move(handle, mailId, MailState.SENDING, "state = 'PENDING'", "handed to the mail server")) {
                return Optional.empty();
            }
            String sha256 = handle.createQuery("SELECT content_sha256 FROM mail WHERE mail_id = :id").bind("id", mailId)
                    .mapTo(String.class).one();
            return Optional.of(Contents.get(handle, sha256));
        });
    }

    /** The server took it, with {@code reply}; true also when the lease was lost meanwhile and it was held in doubt. */
    public void accepted(long mailId, String reply) {
        database.jdbi().useTransaction(handle -> {
            if (move(handle, mailId, MailState.ACCEPTED, "state IN ('SENDING', 'IN_DOUBT')", reply)) {
                handle.createUpdate("UPDATE mail SET sent_at = :now, attempts = attempts + 1 WHERE mail_id = :id")
                        .bind("now", utc(ledger.now())).bind("id", mailId).execute();
            }
        });
    }

    /** Not taken, for a reason that may pass: tried again from {@code nextAttempt} on. */
    public void postponed(long mailId, String reply, Instant nextAttempt) {
        database.jdbi().useTransaction(handle -> {
            if (move(handle, mailId, MailState.PENDING, "state = 'SENDING'", reply)) {
                handle.createUpdate("UPDATE mail SET next_attempt_at = :next, attempts = attempts + 1 WHERE mail_id = :id")
                        .bind("next", utc(nextAttempt)).bind("id", mailId).execute();
            }
        });
    }

    /** Not taken, and it would not be taken a second time either. */
    public void failed(long mailId, String reply) {
        database.jdbi().useTransaction(handle -> move(handle, mailId, MailState.FAILED, "state = 'SENDING'", reply));
    }

    /** Whether it was taken cannot be known. */
    public void inDoubt(long mailId, String why) {
        database.jdbi().useTransaction(handle -> move(handle, mailId, MailState.IN_DOUBT, "state = 'SENDING'", why));
    }

    /** A mail that a server took, or may have taken. */
    public record Sent(List<String> recipients, Instant at) {
    }

    /** What was taken since then. */
    public List<Sent> sentSince(Instant since) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT recipients, sent_at FROM mail WHERE sent_at > :since").bind("since", utc(since))
                .map((row, context) -> new Sent(List.of(row.getString(1).split(", ")),
                        row.getObject(2, OffsetDateTime.class).toInstant())).list());
    }

    /** How many mails wait, due or not. */
    public long waiting() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT COUNT(*) FROM mail WHERE state = 'PENDING'").mapTo(Long.class).one());
    }

    private boolean move(Handle handle, long mailId, MailState to, String when, String reply) {
        return Outbox.move(handle, database.rowIds().next(), new Outbox.Step(mailId, to, when, SENDER, reply), ledger.now());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
