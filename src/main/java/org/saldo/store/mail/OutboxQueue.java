package org.saldo.store.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.delivery.MailKind;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;

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

    /** A mail that the server took, with its reply, and when. */
    public record Taken(long mailId, String reply, Instant at) {
    }

    /** Takes the mail for sending and returns its bytes; empty when it is no longer PENDING. */
    public Optional<byte[]> claim(long mailId) {
        return claim(mailId, Optional.empty());
    }

    /**
     * The same, and notes with it that the server took the mail before: one commit for both, and still no more than one
     * mail is SENDING.
     */
    public Optional<byte[]> claim(long mailId, Optional<Taken> before) {
        return database.jdbi().inTransaction(handle -> {
            List<MailEvents.Event> events = new ArrayList<>();
            before.flatMap(taken -> accept(handle, taken)).ifPresent(events::add);
            String reply = "handed to the mail server";
            boolean claimed = handle.createUpdate("UPDATE mail SET state = :state, last_reply = :reply"
                            + " WHERE mail_id = :id AND state = 'PENDING'")
                    .bind("state", MailState.SENDING.name()).bind("reply", reply).bind("id", mailId).execute() == 1;
            if (claimed) {
                events.add(event(mailId, MailState.SENDING, reply));
            }
            MailEvents.addAll(handle, events);
            return claimed ? Optional.of(Contents.ofMail(handle, mailId)) : Optional.empty();
        });
    }

    /** Notes that the server took the mail; also when the lease was lost meanwhile and it was held in doubt. */
    public void accepted(Taken taken) {
        database.jdbi().useTransaction(handle -> accept(handle, taken)
                .ifPresent(event -> MailEvents.addAll(handle, List.of(event))));
    }

    private Optional<MailEvents.Event> accept(Handle handle, Taken taken) {
        int moved = handle.createUpdate("UPDATE mail SET state = :state, last_reply = :reply, sent_at = :at,"
                        + " attempts = attempts + 1 WHERE mail_id = :id AND state IN ('SENDING', 'IN_DOUBT')")
                .bind("state", MailState.ACCEPTED.name()).bind("reply", MailEvents.shortened(taken.reply()))
                .bind("at", utc(taken.at())).bind("id", taken.mailId()).execute();
        return moved == 1 ? Optional.of(event(taken.mailId(), MailState.ACCEPTED, taken.reply())) : Optional.empty();
    }

    private MailEvents.Event event(long mailId, MailState state, String detail) {
        return new MailEvents.Event(database.rowIds().next(), mailId, ledger.now(), SENDER, state, detail);
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
