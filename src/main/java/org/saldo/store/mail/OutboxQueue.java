package org.saldo.store.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.RefusedAddress;
import org.saldo.delivery.SendLog;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;

/**
 * The outbox as its sender sees it. A mail is SENDING in the database before its first byte is on the wire. Only the holder
 * of the lease {@code deliver} may use it.
 */
public final class OutboxQueue {

    private static final String SENDER = "deliver";
    private static final String HANDED = "handed to the mail server ";

    /** What the last reply of a mail begins with whose bytes cannot be had. */
    public static final String UNREADABLE = "not sent: its bytes ";

    private final Database database;
    private final Ledger ledger;

    public OutboxQueue(Ledger ledger) {
        this.ledger = ledger;
        this.database = ledger.database();
    }

    /**
     * What a dead sender left behind becomes IN_DOUBT, never sent again by itself: the server may have taken it. Where the
     * log of that sender knows more, it is believed: what it had not begun waits again, what was taken is ACCEPTED. Returns
     * how many are in doubt.
     *
     * @param left by packet and mail
     */
    public int recover(Map<String, Map<Long, SendLog.Came>> left) {
        record Sending(long id, String packet) {
        }
        List<Sending> sending = database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT mail_id, last_reply FROM mail WHERE state = 'SENDING' ORDER BY mail_id")
                .map((row, context) -> new Sending(row.getLong(1), packetOf(row.getString(2)))).list());
        int inDoubt = 0;
        for (Sending mail : sending) {
            SendLog.Came came = left.getOrDefault(mail.packet(), Map.of()).get(mail.id());
            if (came != null && came.reply().isPresent()) {
                accepted(List.of(new Taken(mail.id(), came.reply().get(), came.at())));
            } else if (came != null && !came.begun()) {
                release(List.of(mail.id()), "the sender ended before it began this mail");
            } else {
                inDoubt(mail.id(), "the sender ended before the server's answer was known");
                inDoubt++;
            }
        }
        return inDoubt;
    }

    private static String packetOf(String reply) {
        return reply != null && reply.startsWith(HANDED) ? reply.substring(HANDED.length()).strip() : "";
    }

    /** The next mails that are due, oldest first, after {@code last} in that order. */
    public List<DueMail> due(Instant now, Optional<DueMail> last, int most) {
        String after = last.isEmpty() ? "" : " AND (created_at > :created OR (created_at = :created AND mail_id > :id))";
        return database.jdbi().withHandle(handle -> {
            Query query = handle.createQuery("""
                            SELECT mail_id, company, kind, customer_id, business_key, subject, recipients, copies,
                                message_id, created_at, attempts
                            FROM mail WHERE state = 'PENDING' AND next_attempt_at <= :now""" + after
                            + " ORDER BY created_at, mail_id LIMIT :most")
                    .bind("now", utc(now)).bind("most", most);
            last.ifPresent(mail -> query.bind("created", utc(mail.createdAt())).bind("id", mail.id()));
            return query.map((row, context) -> new DueMail(row.getLong(1), row.getString(2),
                    MailKind.valueOf(row.getString(3)), row.getString(4), row.getString(5), row.getString(6),
                    row.getString(7), row.getString(8), row.getString(9),
                    row.getObject(10, OffsetDateTime.class).toInstant(), row.getInt(11))).list();
        });
    }

    /** A mail that the server took, with its reply, and when. */
    public record Taken(long mailId, String reply, Instant at) {
    }

    /** Mails that were taken for sending, by id; {@code faults} says of those that never can be sent what is wrong. */
    public record Claimed(Map<Long, byte[]> bytes, Map<Long, String> faults) {
    }

    /**
     * Takes mails for sending and returns the bytes of those that are still PENDING; and notes with it which mails the server
     * took before: one commit for all. A mail whose bytes are missing or are not those that were written is FAILED, and keeps
     * none of the others back.
     *
     * @param packet the name under which a log says how far each of them came; empty without a log
     */
    public Claimed claim(List<Long> mails, String packet, List<Taken> before) {
        return database.jdbi().inTransaction(handle -> {
            List<MailEvents.Event> events = new ArrayList<>(accept(handle, before));
            String reply = (HANDED + packet).strip();
            List<Long> claimed = move(handle, mails, MailState.PENDING, MailState.SENDING, reply);
            claimed.forEach(id -> events.add(event(id, MailState.SENDING, reply)));
            Contents.OfMails read = claimed.isEmpty() ? new Contents.OfMails(Map.of(), Map.of())
                    : Contents.ofMails(handle, claimed);
            read.faults().forEach((id, fault) -> {
                String why = UNREADABLE + fault + "; bring them back from a backup, then `saldo mails retry " + id + "`";
                move(handle, List.of(id), MailState.SENDING, MailState.FAILED, why);
                events.add(event(id, MailState.FAILED, why));
            });
            MailEvents.addAll(handle, events);
            return new Claimed(read.bytes(), read.faults());
        });
    }

    /** Which of them changed their state. */
    private static List<Long> move(Handle handle, List<Long> mails, MailState from, MailState to, String reply) {
        try (PreparedBatch updates = handle.prepareBatch(
                "UPDATE mail SET state = :to, last_reply = :reply WHERE mail_id = :id AND state = :from")) {
            mails.forEach(id -> updates.bind("to", to.name()).bind("reply", MailEvents.shortened(reply)).bind("id", id)
                    .bind("from", from.name()).add());
            return changed(updates.execute(), mails);
        }
    }

    private static <T> List<T> changed(int[] counts, List<T> rows) {
        List<T> changed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                changed.add(rows.get(i));
            }
        }
        return changed;
    }

    /** Claimed and not begun: they wait again, and no attempt is counted. */
    public void release(List<Long> mails, String why) {
        database.jdbi().useTransaction(handle -> MailEvents.addAll(handle,
                move(handle, mails, MailState.SENDING, MailState.PENDING, why).stream()
                        .map(id -> event(id, MailState.PENDING, why)).toList()));
    }

    /** Notes that the server took mails; also when the lease was lost meanwhile and they were held in doubt. */
    public void accepted(List<Taken> taken) {
        database.jdbi().useTransaction(handle -> MailEvents.addAll(handle, accept(handle, taken)));
    }

    private List<MailEvents.Event> accept(Handle handle, List<Taken> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        try (PreparedBatch updates = handle.prepareBatch("UPDATE mail SET state = :state, last_reply = :reply, sent_at = :at,"
                + " attempts = attempts + 1 WHERE mail_id = :id AND state IN ('SENDING', 'IN_DOUBT')")) {
            taken.forEach(mail -> updates.bind("state", MailState.ACCEPTED.name())
                    .bind("reply", MailEvents.shortened(mail.reply())).bind("at", utc(mail.at()))
                    .bind("id", mail.mailId()).add());
            return changed(updates.execute(), taken).stream()
                    .map(mail -> event(mail.mailId(), MailState.ACCEPTED, mail.reply())).toList();
        }
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

    /**
     * Refused for good. What the server said of its customer's addresses is noted with it or not at all: whoever dies between
     * the two would write there again.
     */
    public void refused(DueMail mail, String reply, List<RefusedAddress> addresses) {
        List<RefusedAddress> gone = mail.customer().isEmpty() ? List.of()
                : addresses.stream().filter(RefusedAddress::isGone).toList();
        if (gone.isEmpty()) {
            failed(mail.id(), reply);
            return;
        }
        ledger.write(BatchKind.DELIVERY, SENDER, LocalDate.ofInstant(ledger.now(), ZoneOffset.UTC), batch -> {
            move(batch.handle(), mail.id(), MailState.FAILED, "state = 'SENDING'", reply);
            AddressMarks.addGone(batch, mail, gone);
        });
    }

    /** Whether it was taken cannot be known. */
    public void inDoubt(long mailId, String why) {
        database.jdbi().useTransaction(handle -> move(handle, mailId, MailState.IN_DOUBT, "state = 'SENDING'", why));
    }

    /** A mail that a server took, or may have taken. */
    public record Sent(List<String> recipients, Instant at) {
    }

    /** What was taken since then, also what came back meanwhile: both states are found by the index. */
    public List<Sent> sentSince(Instant since) {
        String taken = "SELECT recipients, copies, sent_at FROM mail WHERE state = '%s' AND sent_at > :since";
        return database.jdbi().withHandle(handle -> handle.createQuery(taken.formatted(MailState.ACCEPTED) + " UNION ALL "
                        + taken.formatted(MailState.BOUNCED)).bind("since", utc(since))
                .map((row, context) -> new Sent(MailAddress.split(row.getString(1) + ", " + row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant())).list());
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
