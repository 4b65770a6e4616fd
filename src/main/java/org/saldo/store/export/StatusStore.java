package org.saldo.store.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.saldo.store.Database;
import org.saldo.store.mail.OutboxQueue;

/** What waits and what is old: the counts behind {@code status}, readiness and the metrics. */
public final class StatusStore {

    private final Jdbi jdbi;

    public StatusStore(Database database) {
        this.jdbi = database.jdbi();
    }

    /** A named count. */
    public record Count(String name, long count) {
    }

    /** How far the bank data of an account goes: its latest booking date. */
    public record BankData(String company, String account, LocalDate bookedUntil) {
    }

    /** Files with refused rows that nobody has retried, the receipts without an owner, and so on. */
    public List<Count> waiting() {
        return jdbi.withHandle(handle -> List.of(
                new Count("rejected rows not yet retried", count(handle, """
                        SELECT COUNT(*) FROM rejection r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM rejection_retry t JOIN batch tb ON tb.batch_id = t.batch_id
                            WHERE t.file_id = r.file_id AND tb.known_at IS NOT NULL)""")),
                new Count("receipts without a decision", count(handle, published("open_receipt", "decision_id IS NULL"))),
                new Count("receipts of unknown payers", count(handle,
                        published("open_receipt", "decision_id IS NOT NULL AND customer_id IS NULL"))),
                new Count("receipts with unapplied money", count(handle,
                        published("open_receipt", "customer_id IS NOT NULL"))),
                new Count("documents of unknown customers", count(handle, """
                        SELECT COUNT(*) FROM open_item o JOIN batch b ON b.batch_id = o.batch_id
                        WHERE b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM customer c JOIN batch cb ON cb.batch_id = c.batch_id
                            WHERE c.company = o.company AND c.customer_id = o.customer_id
                                AND cb.known_at IS NOT NULL)""")),
                new Count("decisions for a second person", count(handle, """
                        SELECT COUNT(*) FROM instruction i JOIN batch b ON b.batch_id = i.batch_id
                        WHERE b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM instruction_end e JOIN batch eb ON eb.batch_id = e.batch_id
                            WHERE e.instruction_id = i.instruction_id AND eb.known_at IS NOT NULL)"""))));
    }

    /** How many mails of the outbox are in which state. */
    public List<Count> mails() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT state, COUNT(*) FROM mail GROUP BY state ORDER BY state")
                .map((row, context) -> new Count(row.getString(1), row.getLong(2))).list());
    }

    /** A mail that cannot be sent since its bytes are gone or damaged, and what to do. */
    public record Unreadable(long mailId, String what) {
    }

    /** The first of them. */
    public List<Unreadable> unreadableMails(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT mail_id, last_reply FROM mail WHERE state = 'FAILED'"
                        + " AND last_reply LIKE :begin ORDER BY mail_id LIMIT :most")
                .bind("begin", OutboxQueue.UNREADABLE + "%").bind("most", most)
                .map((row, context) -> new Unreadable(row.getLong(1), row.getString(2))).list());
    }

    public List<BankData> bankData() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.company, r.account, MAX(r.booking_date) FROM receipt r
                        JOIN batch b ON b.batch_id = r.batch_id WHERE b.known_at IS NOT NULL
                        GROUP BY r.company, r.account ORDER BY r.company, r.account""")
                .map((row, context) -> new BankData(row.getString(1), row.getString(2),
                        row.getObject(3, LocalDate.class))).list());
    }

    /** The leases that are held now, by name. */
    public List<String> heldLeases() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT lease_name FROM lease WHERE holder <> '' ORDER BY lease_name").mapTo(String.class).list());
    }

    /** One question to the database; empty when it answers. */
    public Optional<String> fault() {
        try {
            jdbi.useHandle(handle -> handle.createQuery("SELECT ticks FROM ledger_clock").mapTo(Long.class).one());
            return Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    private static String published(String table, String condition) {
        return "SELECT COUNT(*) FROM " + table + " t JOIN batch b ON b.batch_id = t.batch_id WHERE b.known_at IS NOT NULL AND "
                + condition;
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
