package org.saldo.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.saldo.delivery.export.RowSink;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;

/**
 * The outbox: mail that was made by the end of a day (UTC), in its present state, or, when an instant is asked for, in the
 * state of that instant.
 */
final class ExportMails {

    private static final String MAILS = """
            SELECT m.*, COALESCE((SELECT e.state FROM mail_event e WHERE e.event_id = (SELECT MAX(l.event_id)
                FROM mail_event l WHERE l.mail_id = m.mail_id AND l.happened_at <= :until)), m.state) AS state_then
            FROM mail m WHERE m.mail_id > :after AND m.created_at < :nextDay AND m.created_at <= :until
            AND (:company = '' OR m.company = :company) ORDER BY m.mail_id LIMIT 1000""";
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Instant until;
    private final boolean present;

    ExportMails(Optional<Instant> until) {
        this.until = until.orElse(FOR_EVER);
        this.present = until.isEmpty();
    }

    void read(LedgerRead read, RowSink sink) {
        long[] last = {0, -1};
        while (last[0] != last[1]) {
            last[1] = last[0];
            LedgerRead.forEach(read.query(MAILS).bind("after", last[0])
                    .bind("nextDay", read.day().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                    .bind("until", until.atOffset(ZoneOffset.UTC)), row -> {
                sink.row(mail(row));
                last[0] = row.getLong("mail_id");
            });
        }
    }

    private Object[] mail(ResultSet row) throws SQLException {
        Instant sent = Columns.instant(row, "sent_at");
        return new Object[] {row.getString("company"), "M-" + row.getLong("mail_id"), row.getString("kind"),
            row.getString("customer_id"), row.getString("business_key"), row.getString("recipients"),
            row.getString("subject"), row.getString(present ? "state" : "state_then"),
            Columns.instant(row, "created_at"), sent == null || sent.isAfter(until) ? null : sent,
            row.getString("message_id")};
    }
}
