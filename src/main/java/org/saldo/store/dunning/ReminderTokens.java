package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.delivery.ReminderToken;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.Table;

/** Finds the reminder that an answer is about, by the code that its mail carried. */
public final class ReminderTokens {

    /** A reminder that was mailed: {@code businessKey} is that of its mail and of its rows. */
    public record Said(CustomerId customer, String businessKey, LocalDate day, int level) {
    }

    private ReminderTokens() {
    }

    /** Notes the token of a reminder that is written in the same batch. */
    public static void add(Batch batch, CustomerId customer, String businessKey, ReminderToken token) {
        batch.add(Table.REMINDER_TOKEN, customer.company(), customer.number(), businessKey, Contents.sha256(token.code()));
    }

    /** The reminder to which this code was given; whether the code is right is still to be checked by its key. */
    public static Optional<Said> byCode(Batch batch, String code) {
        return batch.handle().createQuery("""
                        SELECT t.company, t.customer_id, t.business_key, MIN(r.reminded_on), MAX(r.dunning_level)
                        FROM reminder_token t JOIN batch b ON b.batch_id = t.batch_id AND b.known_at IS NOT NULL
                            JOIN reminder r ON r.business_key = t.business_key
                        WHERE t.code_sha256 = :code GROUP BY t.company, t.customer_id, t.business_key""")
                .bind("code", Contents.sha256(code))
                .map((row, context) -> new Said(new CustomerId(row.getString(1), row.getString(2)), row.getString(3),
                        row.getObject(4, LocalDate.class), row.getInt(5))).findOne();
    }

    /** The reminder that the mail with this Message-ID brought. */
    public static Optional<Said> byMessageId(Batch batch, String messageId) {
        return batch.handle().createQuery("""
                        SELECT m.company, m.customer_id, m.business_key, MIN(r.reminded_on), MAX(r.dunning_level)
                        FROM mail m JOIN reminder r ON r.business_key = m.business_key
                            JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                        WHERE m.message_id = :id GROUP BY m.company, m.customer_id, m.business_key""")
                .bind("id", messageId)
                .map((row, context) -> new Said(new CustomerId(row.getString(1), row.getString(2)), row.getString(3),
                        row.getObject(4, LocalDate.class), row.getInt(5))).findOne();
    }
}
