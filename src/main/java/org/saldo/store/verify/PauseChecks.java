package org.saldo.store.verify;

import org.jdbi.v3.core.Handle;
import org.saldo.store.LedgerRead;

/**
 * Whether every pause rests on a kept answer to a reminder or a statement of the same customer which shows that item; an answer
 * that names documents may mean those of another reminder.
 */
record PauseChecks(Handle handle, Findings findings) {

    private static final String PAUSES = """
            SELECT p.pause_id, p.reply_id, p.item_id,
                (SELECT COUNT(*) FROM reply_mail r JOIN content c ON c.sha256 = r.raw_sha256
                    WHERE r.reply_id = p.reply_id AND r.company = p.company AND r.customer_id = p.customer_id) AS mails,
                (SELECT COUNT(*) FROM document d WHERE d.item_id = p.item_id AND d.company = p.company
                    AND d.customer_id = p.customer_id AND d.currency = p.currency AND d.amount >= p.amount) AS items,
                (SELECT COUNT(*) FROM document d JOIN document k ON k.company = d.company
                        AND k.document_type = d.document_type AND k.document_number = d.document_number
                        AND k.instalment = d.instalment AND k.customer_id = p.customer_id
                    JOIN reminder_item i ON i.item_id = k.item_id JOIN reminder m ON m.reminder_id = i.reminder_id
                    JOIN reminder_answer a ON a.reply_id = p.reply_id AND a.customer_id = p.customer_id
                    WHERE d.item_id = p.item_id AND (m.business_key = a.business_key OR a.documents <> ''))
                + (SELECT COUNT(*) FROM reminder_answer a JOIN reply_mail r ON r.reply_id = a.reply_id
                    JOIN statement s ON s.statement_id = r.statement_id AND s.company = p.company
                        AND s.customer_id = p.customer_id AND s.currency = p.currency
                    JOIN document d ON d.item_id = p.item_id
                    JOIN document k ON k.company = d.company AND k.document_type = d.document_type
                        AND k.document_number = d.document_number AND k.instalment = d.instalment
                        AND k.customer_id = p.customer_id AND k.issue_date <= s.cut_off
                    JOIN batch kb ON kb.batch_id = k.batch_id AND kb.known_at <= s.as_known_at
                    WHERE a.reply_id = p.reply_id AND a.customer_id = p.customer_id) AS listed
            FROM answer_pause p JOIN batch b ON b.batch_id = p.batch_id WHERE b.known_at IS NOT NULL""";

    void check() {
        LedgerRead.forEach(handle.createQuery(PAUSES), row -> {
            String where = "answer_pause " + row.getLong("pause_id");
            findings.check(Promise.I31, row.getLong("mails") == 1, where, "its mail R-%d is not kept as the customer's",
                    row.getLong("reply_id"));
            findings.check(Promise.I31, row.getLong("items") == 1, where,
                    "item %d is not the customer's, or is less than what is paused", row.getLong("item_id"));
            findings.check(Promise.I31, row.getLong("listed") > 0, where,
                    "it stands on no reminder or statement that it answers: item %d", row.getLong("item_id"));
        });
    }
}
