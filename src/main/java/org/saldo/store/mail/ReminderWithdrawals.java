package org.saldo.store.mail;

import java.util.List;
import org.saldo.store.Batch;
import org.saldo.store.Table;

/** Takes back reminders whose mail does not go out: their level does not count. */
public final class ReminderWithdrawals {

    private ReminderWithdrawals() {
    }

    /** Withdraws every reminder of the mail with this business key (one a currency) that is not withdrawn yet. */
    public static void add(Batch batch, String businessKey, String reason) {
        List<Long> reminders = batch.handle().createQuery("""
                        SELECT r.reminder_id FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE r.business_key = :key AND b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM reminder_withdrawal w WHERE w.reminder_id = r.reminder_id)
                        ORDER BY r.reminder_id""")
                .bind("key", businessKey).mapTo(Long.class).list();
        reminders.forEach(reminder -> batch.add(Table.REMINDER_WITHDRAWAL, reminder, MailEvents.shortened(reason)));
    }
}
