package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.InList;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.mail.MailEvents;

/** Reminders on paper: their bytes, and that a person has seen to it that they arrive. */
public final class ReminderLetters {

    private ReminderLetters() {
    }

    /** A letter, and whether its delivery was noted. */
    public record Letter(long id, boolean delivered) {
    }

    /** Keeps the letter in the transaction of its decision. */
    public static void add(Batch batch, CustomerId customer, LocalDate day, String businessKey, byte[] pdf) {
        batch.add(Table.REMINDER_LETTER, customer.company(), customer.number(), day, businessKey,
                Contents.put(batch, pdf));
    }

    /** Which of these business keys have a letter already. */
    public static Set<String> known(Batch batch, Collection<String> businessKeys) {
        Set<String> known = new TreeSet<>();
        InList.query(batch.handle().getConnection(), "SELECT business_key FROM reminder_letter WHERE business_key IN (<keys>)",
                businessKeys, row -> known.add(row.getString(1)));
        return known;
    }

    /** The letter with this business key. */
    public static Optional<Letter> find(Batch batch, String businessKey) {
        return batch.handle().createQuery("""
                        SELECT l.letter_id, (SELECT COUNT(*) FROM letter_delivery d JOIN batch db ON db.batch_id = d.batch_id
                            WHERE d.letter_id = l.letter_id AND db.known_at IS NOT NULL)
                        FROM reminder_letter l JOIN batch b ON b.batch_id = l.batch_id
                        WHERE b.known_at IS NOT NULL AND l.business_key = :key""")
                .bind("key", businessKey).map((row, context) -> new Letter(row.getLong(1), row.getLong(2) > 0)).findOne();
    }

    /** A letter that was not handed over yet, with whether its file was put where it is printed. */
    public record Waiting(long id, CustomerId customer, LocalDate day, String businessKey, String sha256, boolean put) {
    }

    /** What is left of a letter whose file was not put yet, or may still lie there: neither withdrawn nor handed over. */
    public static final String UNDELIVERED = """
            FROM reminder_letter l JOIN batch b ON b.batch_id = l.batch_id
            WHERE b.known_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM letter_delivery d WHERE d.letter_id = l.letter_id)
                AND NOT EXISTS (SELECT 1 FROM reminder r JOIN reminder_withdrawal w ON w.reminder_id = r.reminder_id
                    WHERE r.business_key = l.business_key)
            """;

    /** The letters of these days that were not handed over, in the order in which they were decided. */
    public static List<Waiting> waiting(Ledger ledger, String company, LocalDate from) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT l.letter_id, l.company, l.customer_id, l.reminded_on, l.business_key, l.pdf_sha256,
                            (SELECT COUNT(*) FROM letter_put p WHERE p.letter_id = l.letter_id)
                        """ + UNDELIVERED + " AND l.reminded_on >= :since AND :company IN ('', l.company) ORDER BY l.letter_id")
                .bind("since", from).bind("company", company)
                .map((row, context) -> new Waiting(row.getLong(1), new CustomerId(row.getString(2), row.getString(3)),
                        row.getObject(4, LocalDate.class), row.getString(5), row.getString(6), row.getLong(7) > 0)).list());
    }

    /** The bytes of the letter's PDF. */
    public static byte[] pdf(Ledger ledger, Waiting letter) {
        return ledger.database().jdbi().withHandle(handle -> Contents.get(handle, letter.sha256()));
    }

    /** Notes that the letter's file lies where it is printed. */
    public static void put(Batch batch, Waiting letter) {
        batch.add(Table.LETTER_PUT, letter.id());
    }

    /** Notes that the letter was handed over on this day, and by what that is proved. */
    public static void delivered(Batch batch, Letter letter, LocalDate day, String proof) {
        batch.add(Table.LETTER_DELIVERY, letter.id(), day, MailEvents.shortened(proof), batch.actor());
    }
}
