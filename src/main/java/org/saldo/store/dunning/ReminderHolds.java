package org.saldo.store.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.delivery.ReminderPreview;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.WaitingReminder;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.KeyList;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.mail.MailEvents;
import org.saldo.store.mail.MailState;

/** Reminders that wait until a person has looked, and what people said. */
public final class ReminderHolds {

    /** Why a reminder waits: for the sum of the run, its own, a step that a person agrees to, or first mails that failed. */
    public enum Kind { RUN, CUSTOMER, STEP, FIRST }

    /** What was said of a day's reminders: the run is within its limits; a person lets them go; a person stops them. */
    public enum Outcome { SUMMED, GO, STOP }

    /** What one's own batch adds counts for it; {@code :own} is that batch, or -1. */
    static final String NOT_RELEASED = """
             (b.known_at IS NOT NULL OR b.batch_id = :own) AND NOT EXISTS (
                SELECT 1 FROM reminder_release r JOIN batch rb ON rb.batch_id = r.batch_id
                WHERE (rb.known_at IS NOT NULL OR rb.batch_id = :own) AND r.company = h.company
                    AND r.reminded_on = h.reminded_on AND r.release_id > h.hold_id
                    AND (r.outcome <> 'SUMMED' OR h.kind = 'RUN') AND r.customer_id IN ('', h.customer_id))
            """;

    private static final String IN_FORCE = """
            FROM reminder_hold h JOIN batch b ON b.batch_id = h.batch_id
            WHERE h.company = :company AND h.reminded_on = :today AND""" + NOT_RELEASED;

    private final Ledger ledger;

    public ReminderHolds(Ledger ledger) {
        this.ledger = ledger;
    }

    /** How the first mails of a run fared. {@code last} is when the latest of them was taken. */
    public record FirstMails(boolean all, long upTo, int unsettled, int accepted, int failed, Optional<Instant> last) {
    }

    /** Holds a reminder that is written in the same batch. */
    public static void hold(Batch batch, CustomerId customer, LocalDate day, String businessKey, Kind kind, String reason) {
        batch.add(Table.REMINDER_HOLD, customer.company(), customer.number(), day, businessKey, kind.name(),
                MailEvents.shortened(reason));
    }

    /** Notes what was said of the company's reminders of a day. */
    public static void say(Batch batch, String company, LocalDate day, Outcome outcome, String reason) {
        say(batch, Whose.all(company), day, outcome, reason);
    }

    /** Whose reminders are meant: those of one customer, by its number, or all of a company; then it is empty. */
    public record Whose(String company, String customer) {

        public static Whose all(String company) {
            return new Whose(company, "");
        }

        @Override
        public String toString() {
            return customer.isEmpty() ? "company " + company : "customer " + company + "/" + customer;
        }
    }

    /** The same of one customer's reminder. */
    public static void say(Batch batch, Whose whose, LocalDate day, Outcome outcome, String reason) {
        batch.add(Table.REMINDER_RELEASE, whose.company(), day, outcome.name(), MailEvents.shortened(reason),
                batch.actor(), whose.customer());
    }

    /** A preview of a day's reminders that finance got. */
    public record Preview(String company, String businessKey) {
    }

    /** The previews of a day's reminders, of all companies. */
    public List<Preview> previews(LocalDate day) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT company, business_key FROM mail WHERE business_key LIKE 'reminders-preview/%'
                            AND business_key LIKE :ofDay ORDER BY mail_id""")
                .bind("ofDay", "%/" + day + "/%")
                .map((row, context) -> new Preview(row.getString(1), row.getString(2))).list());
    }

    /** The business key of the latest preview of a day's reminders, by which it is known whether another one is old. */
    public static Optional<String> latestPreview(Batch batch, String company, LocalDate day) {
        return batch.handle().createQuery("SELECT business_key FROM mail WHERE company = :company AND business_key LIKE :keys"
                        + " ORDER BY mail_id DESC LIMIT 1")
                .bind("company", company).bind("keys", ReminderPreview.keyOf(company, day, "") + "%")
                .mapTo(String.class).findOne();
    }

    /** Why the reminder with this business key still waits. */
    public Optional<String> held(String businessKey) {
        return Optional.ofNullable(held(List.of(businessKey)).get(businessKey));
    }

    /** Why the reminders with these business keys still wait; those that need not are not among them. */
    public Map<String, String> held(List<String> businessKeys) {
        return ledger.database().jdbi().withHandle(handle -> KeyList.query(handle, """
                        SELECT h.business_key, h.reason FROM {keys} JOIN reminder_hold h ON h.business_key = n.sought
                            JOIN batch b ON b.batch_id = h.batch_id
                        WHERE""" + NOT_RELEASED, businessKeys).bind("own", -1L)
                .reduceRows(new HashMap<>(), (held, row) -> {
                    held.put(row.getColumn("business_key", String.class), row.getColumn("reason", String.class));
                    return held;
                }));
    }

    /** Whether a person has let this customer's reminder of a day go; without a number, all of the company's. */
    public boolean isReleased(String company, LocalDate day, String customer) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM reminder_release r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.reminded_on = :today
                            AND r.outcome = 'GO' AND r.customer_id = :customer""")
                .bind("customer", customer).bind("company", company).bind("today", day).mapTo(Long.class).one() > 0);
    }

    /** How many of the company's reminders of a day wait for a person; what this batch adds counts. */
    public static long waiting(Batch batch, String company, LocalDate day) {
        batch.flush();
        return batch.handle().createQuery("SELECT COUNT(*) " + IN_FORCE).bind("company", company).bind("today", day)
                .bind("own", batch.id()).mapTo(Long.class).one();
    }

    /** The company's reminders of a day that wait for a person, with why they do; what this batch adds counts. */
    public static List<WaitingReminder> preview(Batch batch, String company, LocalDate day) {
        batch.flush();
        List<WaitingReminder> unnamed = batch.handle().createQuery("""
                        SELECT r.customer_id, '', r.dunning_level, r.currency, r.overdue_amount, r.covered_amount,
                            m.recipients, m.subject,
                            (SELECT SUM(i.excluded_amount) FROM reminder_item i WHERE i.reminder_id = r.reminder_id),
                            held.reason
                        FROM (SELECT h.business_key AS business_key, h.reason AS reason %s) held
                            JOIN reminder r ON r.business_key = held.business_key
                            LEFT JOIN mail m ON m.business_key = held.business_key
                        WHERE (m.state = 'PENDING' OR m.state IS NULL) AND NOT EXISTS (SELECT 1 FROM reminder_withdrawal w
                            WHERE w.reminder_id = r.reminder_id) ORDER BY r.reminder_id""".formatted(IN_FORCE))
                .bind("company", company).bind("today", day).bind("own", batch.id()).map((row, context) -> {
                    Currency currency = Currency.getInstance(row.getString(4));
                    Money open = Money.of(currency, row.getBigDecimal(5));
                    Money excluded = row.getBigDecimal(9) == null ? Money.zero(currency)
                            : Money.of(currency, row.getBigDecimal(9));
                    return new WaitingReminder(new CustomerId(company, row.getString(1)), row.getString(2), row.getInt(3), open,
                            open.minus(Money.of(currency, row.getBigDecimal(6))).minus(excluded),
                            Optional.ofNullable(row.getString(7)).orElse("LETTER"),
                            Optional.ofNullable(row.getString(8)).orElse(""),
                            Words.read(Optional.ofNullable(row.getString(10)).orElse(""), DunningWord.ENGLISH));
                }).list();
        Map<String, String> names = RemindedDays.names(batch, company, unnamed.stream().map(each -> each.customer().number())
                .distinct().toList());
        return unnamed.stream().map(each -> new WaitingReminder(each.customer(),
                names.getOrDefault(each.customer().number(), ""), each.level(), each.open(), each.asked(), each.recipients(),
                each.subject(), each.why())).toList();
    }

    /** Holds what waits of a day's reminders after the first mails, since too many of those failed. */
    public static void holdRest(Batch batch, String company, LocalDate day, long upTo, String reason) {
        record Rest(String customer, String key) {
        }
        batch.handle().createQuery("""
                        SELECT DISTINCT r.customer_id, r.business_key FROM reminder r
                            JOIN mail m ON m.business_key = r.business_key
                        WHERE r.company = :company AND r.reminded_on = :today AND m.state = 'PENDING' AND m.mail_id > :upTo
                            AND NOT EXISTS (SELECT 1 FROM reminder_hold h WHERE h.business_key = r.business_key)
                        ORDER BY r.business_key""")
                .bind("company", company).bind("today", day).bind("upTo", upTo)
                .map((row, context) -> new Rest(row.getString(1), row.getString(2))).list()
                .forEach(rest -> hold(batch, new CustomerId(company, rest.customer()), day, rest.key(), Kind.FIRST, reason));
    }

    /** How the first mails of the company's run of a day fared, those aside that wait for a person or for their hours. */
    public FirstMails firstMails(String company, LocalDate day, int most) {
        record Mail(long id, MailState state, Instant sentAt) {
        }
        List<Mail> mails = ledger.database().jdbi().withHandle(handle -> first(handle, company, day, most + 1, ledger.now())
                .map((row, context) -> new Mail(row.getLong(1), MailState.valueOf(row.getString(2)), row.getObject(3,
                OffsetDateTime.class) == null ? null : row.getObject(3, OffsetDateTime.class).toInstant())).list());
        List<Mail> first = mails.subList(0, Math.min(most, mails.size()));
        int failed = 0;
        int accepted = 0;
        int unsettled = 0;
        Instant last = null;
        for (Mail mail : first) {
            switch (mail.state()) {
                case PENDING, SENDING -> unsettled++;
                case ACCEPTED -> accepted++;
                case FAILED, BOUNCED, IN_DOUBT -> failed++;
                case CANCELLED -> { }
            }
            last = mail.sentAt() != null && (last == null || mail.sentAt().isAfter(last)) ? mail.sentAt() : last;
        }
        return new FirstMails(mails.size() <= most, first.isEmpty() ? 0 : first.get(first.size() - 1).id(), unsettled,
                accepted, failed, Optional.ofNullable(last));
    }

    private static Query first(Handle handle, String company, LocalDate day, int most, Instant now) {
        return handle.createQuery("""
                        SELECT DISTINCT m.mail_id, m.state, m.sent_at FROM reminder r
                            JOIN batch b ON b.batch_id = r.batch_id JOIN mail m ON m.business_key = r.business_key
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.reminded_on = :today AND NOT EXISTS (
                            SELECT 1 FROM reminder_hold h WHERE h.business_key = r.business_key AND h.kind <> 'RUN')
                            AND (m.state <> 'PENDING' OR m.attempts > 0 OR m.next_attempt_at <= :now)
                        ORDER BY m.mail_id LIMIT :most""")
                .bind("now", now.atOffset(ZoneOffset.UTC)).bind("company", company).bind("today", day).bind("most", most);
    }
}
