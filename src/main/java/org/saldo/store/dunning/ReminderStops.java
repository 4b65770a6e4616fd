package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.Words;
import org.saldo.store.Batch;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.Outbox;
import org.saldo.store.mail.ReminderWithdrawals;

/** Withdraws reminders that wait: a person stops them, nobody let them go, or they could not leave. Their levels do not count. */
public final class ReminderStops {

    /** Letters that nobody has put where they are printed are looked for so many days back, and to the last run before. */
    private static final int LETTER_DAYS = 60;

    private ReminderStops() {
    }

    /**
     * Withdraws what was held on earlier days and let go by nobody: the run of this day decides it anew. Found from the mails
     * that still wait and the letters of the last days, for what was ever held becomes more every day.
     */
    public static int expire(Batch batch, String company, LocalDate day) {
        String reason = Words.of(DunningWord.NOBODY_LET_GO, day).stored();
        List<Pending> mails = batch.handle().createQuery("""
                        SELECT m.mail_id, m.business_key FROM mail m JOIN reminder_hold h ON h.business_key = m.business_key
                            JOIN batch b ON b.batch_id = h.batch_id
                        WHERE m.state = 'PENDING' AND h.company = :company AND h.reminded_on < :today AND"""
                        + ReminderHolds.NOT_RELEASED + " ORDER BY m.mail_id")
                .bind("company", company).bind("today", day).bind("own", -1L)
                .map((row, context) -> new Pending(row.getLong(1), row.getString(2))).list();
        List<String> letters = batch.handle().createQuery("""
                        SELECT l.business_key FROM reminder_letter l JOIN reminder_hold h ON h.business_key = l.business_key
                            JOIN batch b ON b.batch_id = h.batch_id
                        WHERE l.company = :company AND l.reminded_on < :today AND l.reminded_on >= :since
                            AND NOT EXISTS (SELECT 1 FROM letter_put p WHERE p.letter_id = l.letter_id)
                            AND NOT EXISTS (SELECT 1 FROM letter_delivery d WHERE d.letter_id = l.letter_id)
                            AND NOT EXISTS (SELECT 1 FROM reminder s JOIN reminder_withdrawal w
                                ON w.reminder_id = s.reminder_id WHERE s.business_key = l.business_key) AND"""
                        + ReminderHolds.NOT_RELEASED)
                .bind("company", company).bind("today", day).bind("own", -1L).bind("since", lettersSince(batch, company, day))
                .mapTo(String.class).list();
        letters.forEach(key -> ReminderWithdrawals.add(batch, key, reason));
        return letters.size() + cancel(batch, mails, reason);
    }

    /** Each run has withdrawn what was held before it: what is older than the last one that wrote reminders is settled. */
    private static LocalDate lettersSince(Batch batch, String company, LocalDate day) {
        LocalDate usual = day.minusDays(LETTER_DAYS);
        return RemindedDays.before(batch, company, day).filter(last -> last.isBefore(usual)).orElse(usual);
    }

    /** A mail that waits. */
    private record Pending(long id, String key) {
    }

    private static int cancel(Batch batch, List<Pending> mails, String reason) {
        return (int) mails.stream().filter(mail -> {
            boolean moved = Outbox.move(batch.handle(), batch.nextRowId(), new Outbox.Step(mail.id(), MailState.CANCELLED,
                    "state = 'PENDING'", batch.actor(), reason), batch.startedAt());
            if (moved) {
                ReminderWithdrawals.add(batch, mail.key(), reason);
            }
            return moved;
        }).count();
    }

    /** Withdraws what could not leave and has become too old: the run of this day decides it anew. */
    public static int outdate(Batch batch, String company, LocalDate day, Predicate<LocalDate> isOutdated) {
        return batch.handle().createQuery("""
                        SELECT DISTINCT r.reminded_on FROM mail m JOIN reminder r ON r.business_key = m.business_key
                        WHERE m.state = 'PENDING' AND m.kind = 'REMINDER' AND m.company = :company AND r.reminded_on < :today""")
                .bind("company", company).bind("today", day).mapTo(LocalDate.class).list().stream().filter(isOutdated)
                .mapToInt(earlier -> stop(batch, company, earlier, Words.of(DunningWord.COULD_NOT_LEAVE_UNTIL, day).stored()))
                .sum();
    }

    /** Cancels what waits of a day's reminders; their levels do not count. Returns how many there were. */
    public static int stop(Batch batch, String company, LocalDate day, String reason) {
        return stop(batch, ReminderHolds.Whose.all(company), day, reason);
    }

    /** The same for one customer. */
    public static int stop(Batch batch, ReminderHolds.Whose whose, LocalDate day, String reason) {
        List<Pending> pending = batch.handle().createQuery("""
                        SELECT DISTINCT m.mail_id, m.business_key FROM reminder r JOIN mail m ON m.business_key = r.business_key
                        WHERE r.company = :company AND r.reminded_on = :today AND m.state = 'PENDING'
                            AND :customer IN ('', r.customer_id) ORDER BY m.mail_id""")
                .bind("company", whose.company()).bind("today", day).bind("customer", whose.customer())
                .map((row, context) -> new Pending(row.getLong(1), row.getString(2))).list();
        List<String> letters = batch.handle().createQuery("SELECT l.business_key " + ReminderLetters.UNDELIVERED + """
                         AND l.company = :company AND l.reminded_on = :today AND :customer IN ('', l.customer_id)
                            AND NOT EXISTS (SELECT 1 FROM letter_put p WHERE p.letter_id = l.letter_id)""")
                .bind("company", whose.company()).bind("today", day).bind("customer", whose.customer())
                .mapTo(String.class).list();
        letters.forEach(key -> ReminderWithdrawals.add(batch, key, reason));
        return letters.size() + cancel(batch, pending, reason);
    }
}
