package org.saldo.store.answer;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.ReplyKey;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.dunning.ReminderTokens;
import org.saldo.store.exclusion.StandingReader;

/** Finds the reminder that a mail answers, what that asked for, and what earlier answers have paused. */
public final class ReminderFinder {

    private final Batch batch;
    private final Handle handle;

    /** Reads what the batch's transaction sees. */
    public ReminderFinder(Batch batch) {
        this.batch = batch;
        this.handle = batch.handle();
    }

    /** A reminder as it was sent: to whom, and the business key of its mail. */
    public record Sent(CustomerId customer, String businessKey) {
    }

    /** Items, in all versions of their document that are the customer's. */
    private static final String VERSIONS = """
            JOIN document p ON p.item_id = i.item_id JOIN document d ON d.company = p.company
                AND d.document_number = p.document_number AND d.document_type = p.document_type
                AND d.instalment = p.instalment AND d.customer_id = p.customer_id
            """;

    /** What a reminder asked for: its day, its items in all their versions and, when it was in one currency, the sum. */
    public record Asked(LocalDate day, Set<Long> items, Optional<Money> sum) {
    }

    /** The reminder that was sent, or the answer to which was acknowledged, by the mail with this Message-ID. */
    public Optional<Sent> byMessageId(String messageId) {
        return ReminderTokens.byMessageId(batch, messageId).map(said -> new Sent(said.customer(), said.businessKey()))
                .or(() -> acknowledged(messageId));
    }

    private Optional<Sent> acknowledged(String messageId) {
        return handle.createQuery("""
                        SELECT DISTINCT r.company, r.customer_id, r.business_key
                        FROM mail m JOIN reminder r ON r.business_key = SUBSTRING(m.business_key FROM 8)
                            JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                        WHERE m.message_id = :id AND m.business_key LIKE 'ANSWER/%'""")
                .bind("id", messageId).map((row, context) -> new Sent(new CustomerId(row.getString(1), row.getString(2)),
                        row.getString(3))).findFirst();
    }

    /** The reminder that carried one of these codes; empty when none is right, or they belong to several. */
    public Optional<Sent> byCode(List<String> codes, ReplyKey key) {
        List<Sent> right = codes.stream().flatMap(code -> ReminderTokens.byCode(batch, code)
                .filter(said -> key.isCodeOf(said.customer(), said.businessKey(), code)).stream())
                .map(said -> new Sent(said.customer(), said.businessKey())).distinct().toList();
        return right.size() == 1 ? Optional.of(right.get(0)) : Optional.empty();
    }

    /** The customer's last reminder that was neither withdrawn nor older than {@code since}. */
    public Optional<Sent> latest(CustomerId customer, LocalDate since) {
        return handle.createQuery("""
                        SELECT r.business_key FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.customer_id = :customer
                            AND r.reminded_on >= :since AND NOT EXISTS (
                                SELECT 1 FROM reminder_withdrawal w WHERE w.reminder_id = r.reminder_id)
                        ORDER BY r.reminder_id DESC LIMIT 1""")
                .bind("company", customer.company()).bind("customer", customer.number()).bind("since", since)
                .mapTo(String.class).findOne().map(key -> new Sent(customer, key));
    }

    /** What the reminder of this mail asked for; empty when its rows are not there. */
    public Optional<Asked> asked(String businessKey) {
        record Line(LocalDate day, String currency, Money asked) {
        }
        List<Line> lines = handle.createQuery("""
                        SELECT r.reminded_on, r.currency, r.overdue_amount - r.covered_amount - COALESCE((
                            SELECT SUM(i.excluded_amount) FROM reminder_item i WHERE i.reminder_id = r.reminder_id), 0) AS asked
                        FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL AND r.business_key = :key""")
                .bind("key", businessKey)
                .map((row, context) -> new Line(row.getObject(1, LocalDate.class), row.getString(2),
                        Money.of(Currency.getInstance(row.getString(2)), row.getBigDecimal(3)))).list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> items = new HashSet<>(handle.createQuery("""
                        SELECT d.item_id FROM reminder r JOIN reminder_item i ON i.reminder_id = r.reminder_id
                        """ + VERSIONS + "WHERE r.business_key = :key").bind("key", businessKey).mapTo(Long.class).list());
        return Optional.of(new Asked(lines.get(0).day(), items,
                Optional.of(lines.get(0).asked()).filter(any -> lines.size() == 1)));
    }

    /** What is open of the customer and stands, in any version, on one of its reminders: an answer may name it in any of them. */
    public Set<Long> reminded(CustomerId customer) {
        return new HashSet<>(handle.createQuery("""
                        SELECT o.item_id FROM open_item o JOIN document d ON d.item_id = o.item_id JOIN document p
                            ON p.company = d.company AND p.document_number = d.document_number
                            AND p.document_type = d.document_type AND p.instalment = d.instalment
                            AND p.customer_id = d.customer_id JOIN reminder_item i ON i.item_id = p.item_id
                        WHERE o.company = :company AND o.customer_id = :customer""")
                .bind("company", customer.company()).bind("customer", customer.number()).mapTo(Long.class).list());
    }

    /**
     * By item the last day on which an answer of the customer began to pause it. That somebody was away does not count
     * against what a person answers then.
     */
    public Map<Long, LocalDate> paused(CustomerId customer, AnswerKind kind) {
        Map<Long, LocalDate> paused = new HashMap<>();
        handle.createQuery("""
                        SELECT d.item_id, MAX(i.from_day) FROM answer_pause i JOIN batch b ON b.batch_id = i.batch_id
                        """ + VERSIONS + """
                        WHERE b.known_at IS NOT NULL AND i.company = :company AND i.customer_id = :customer
                            AND i.says <> :notCounted
                        GROUP BY d.item_id""")
                .bind("notCounted", kind == AnswerKind.AWAY ? "" : AnswerKind.AWAY.english())
                .bind("company", customer.company()).bind("customer", customer.number())
                .map((row, context) -> paused.put(row.getLong(1), row.getObject(2, LocalDate.class))).list();
        return paused;
    }

    /** How many promises in a row the customer has broken by the end of the day. */
    public int brokenInARow(CustomerId customer, LocalDate day) {
        return StandingReader.read(handle, customer, day, StandingReader.NOW).promiseRecord().brokenInARow();
    }
}
