package org.saldo.store.exclusion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Words;
import org.saldo.store.CustomerRange;

/** Answers to reminders that speak of insolvency or a lawyer and wait for a person: until then nobody reminds the customer. */
public final class WaitingAnswers {

    private WaitingAnswers() {
    }

    /** By customer number, why nobody writes to it. */
    public static Map<String, Words> ofCustomers(Handle handle, String company, List<String> customers) {
        Map<String, Words> stopped = new HashMap<>();
        CustomerRange.of(company, customers).bind(handle.createQuery("""
                        SELECT a.customer_id, a.stops, t.task_id FROM reminder_answer a JOIN batch b ON b.batch_id = a.batch_id
                            JOIN answer_task t ON t.reply_id = a.reply_id
                        WHERE b.known_at IS NOT NULL AND a.company = :company AND a.customer_id >= :first
                            AND a.customer_id <= :last AND a.stops <> '' AND NOT EXISTS (
                                SELECT 1 FROM answer_task_end e JOIN batch eb ON eb.batch_id = e.batch_id
                                WHERE e.task_id = t.task_id AND eb.known_at IS NOT NULL)
                        ORDER BY t.task_id"""))
                .map((row, context) -> stopped.putIfAbsent(row.getString(1), words(row.getString(2), row.getLong(3)))).list();
        return stopped;
    }

    private static Words words(String kind, long task) {
        return Words.of(DunningWord.WAITING_ANSWER, Words.of(BlockKind.of(kind)), "T-" + task);
    }
}
