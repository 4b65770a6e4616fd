package org.saldo.store.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.saldo.delivery.MimeMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.store.Batch;
import org.saldo.store.Conflict;
import org.saldo.store.Contents;
import org.saldo.store.KeyClash;
import org.saldo.store.KeyList;

/** New mails on their way into the outbox: the bytes, the row and the first event of each, all of them in three batches. */
final class MailRows {

    /** A mail under the id that it gets. */
    record Row(long id, OutgoingMail mail, MimeMail bytes, Instant notBefore) {
    }

    private MailRows() {
    }

    /** @throws Conflict when another transaction wrote one of the mails at the same time */
    static void add(Batch batch, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Handle handle = batch.handle();
        Contents.putMails(batch, rows.stream().map(Row::bytes).toList());
        String what = rows.size() == 1 ? "mail " + rows.get(0).mail().businessKey() : "one of " + rows.size() + " mails";
        KeyClash.asConflict(what, () -> insert(batch, rows));
        MailEvents.addAll(handle, rows.stream().map(row -> new MailEvents.Event(batch.nextRowId(), row.id(),
                batch.startedAt(), batch.actor(), MailState.PENDING, "written")).toList());
    }

    private static void insert(Batch batch, List<Row> rows) {
        OffsetDateTime now = batch.startedAt().atOffset(ZoneOffset.UTC);
        try (PreparedBatch inserts = batch.handle().prepareBatch("""
                INSERT INTO mail (mail_id, company, kind, customer_id, business_key, recipients, copies, subject,
                    message_id, content_sha256, created_at, state, attempts, next_attempt_at, last_reply)
                VALUES (:id, :company, :kind, :customer, :key, :recipients, :copies, :subject, :messageId, :sha256,
                    :now, :state, 0, :next, '')""")) {
            for (Row row : rows) {
                OutgoingMail mail = row.mail();
                inserts.bind("id", row.id()).bind("company", mail.company()).bind("kind", mail.kind().name())
                        .bind("customer", mail.customer()).bind("key", mail.businessKey())
                        .bind("recipients", String.join(", ", row.bytes().recipients()))
                        .bind("copies", String.join(", ", row.bytes().copies())).bind("subject", mail.subject())
                        .bind("messageId", row.bytes().messageId()).bind("sha256", row.bytes().sha256())
                        .bind("now", now).bind("state", MailState.PENDING.name())
                        .bind("next", row.notBefore().isAfter(batch.startedAt()) ? row.notBefore().atOffset(ZoneOffset.UTC) : now)
                        .add();
            }
            inserts.execute();
        }
    }

    /** The ids of the mails that are there already, by business key. */
    static Map<String, Long> known(Handle handle, List<String> businessKeys) {
        Map<String, Long> known = new HashMap<>();
        if (!businessKeys.isEmpty()) {
            KeyList.query(handle, """
                            SELECT m.business_key, m.mail_id FROM {keys} JOIN mail m ON m.business_key = n.sought""",
                    businessKeys).map((row, context) -> known.put(row.getString(1), row.getLong(2))).list();
        }
        return known;
    }
}
