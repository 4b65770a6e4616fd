package org.saldo.store.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Columns;
import org.saldo.store.CustomerRange;
import org.saldo.store.LedgerRead;

/**
 * Every contact with customers in one line of time: mails and what became of them, answers, what people noted, and what was
 * decided because of it.
 */
public final class ContactLog {

    /**
     * A contact.
     *
     * @param direction OUT from us, IN from the customer, or empty for what was noted or decided here
     * @param reference how people name it, such as {@code M-17}
     */
    public record Entry(CustomerId customer, Instant at, long rowId, String kind, String direction, String reference,
            Said said, String by) {

        /** In English. */
        public String words() {
            return direction.equals("OUT") ? said.text() + " (" + said.code() + ")" : said.inEnglish(kind);
        }
    }

    /** What a contact said: a code of its kind, with whom, and in whose words; what it has not is empty. */
    record Said(String code, String with, String text) {

        private String inEnglish(String kind) {
            String told = WorklistWording.english().toldOrWritten(text);
            return switch (kind) {
                case "REPLY" -> told + ": " + code;
                case "BOUNCE" -> with + ": " + told;
                case "NOTE" -> code + " " + with + ": " + told;
                case "ANSWER", "DISPUTE", "DECISION" -> code + " " + told;
                case "PAUSE" -> told + " (item paused)";
                case "RISK", "HOLD" -> code + ": " + told;
                case "LATENESS" -> code + ", " + told;
                default -> told;
            };
        }
    }

    private static final String MAILS = """
            SELECT x.company, x.customer_id, x.created_at AS happened_at, x.mail_id AS row_id, x.kind AS kind,
                'OUT' AS direction, 'M-' AS prefix, x.state AS code, '' AS spoken, x.subject AS words, '' AS made_by
            FROM mail x WHERE x.created_at <= :knownAt AND""";

    private static final String BOUNCES = """
            SELECT x.company, x.customer_id, e.happened_at, e.event_id AS row_id, 'BOUNCE' AS kind, 'IN' AS direction,
                '' AS prefix, '' AS code, x.subject AS spoken, e.detail AS words, e.actor AS made_by
            FROM mail_event e JOIN mail x ON x.mail_id = e.mail_id
            WHERE e.state IN ('BOUNCED', 'FAILED') AND e.happened_at <= :knownAt AND""";

    /** Rows of a table under a batch: kind, direction, prefix of the reference, id, words, who. */
    private static final List<String> ROWS = List.of(
            rows("REPLY", "IN", "R-", "reply_id", "reply_mail",
                    "COALESCE((SELECT MAX(a.kind) FROM reminder_answer a WHERE a.reply_id = x.reply_id), x.meaning)", "x.subject",
                    "x.sender").replace("b.known_at AS happened_at", "x.received_at AS happened_at"),
            rows("NOTE", "", "N-", "note_id", "contact_note", "x.channel", "x.words", "x.decided_by")
                    .replace("'' AS spoken", "x.spoken_with AS spoken"),
            rows("ANSWER", "IN", "Y-", "answer_id", "answer", "x.outcome", "x.reason", "x.recorded_by"),
            rows("DISPUTE", "IN", "D-", "dispute_id", "dispute", "x.code", "x.reason", "x.decided_by"),
            rows("PROMISE", "IN", "PR-", "promise_id", "payment_promise", "''", "x.reason", "x.decided_by"),
            rows("PLAN", "", "PL-", "plan_id", "instalment_plan", "''", "x.reason", "x.decided_by"),
            rows("BLOCK", "", "B-", "block_id", "block", "''", "x.reason", "x.decided_by"),
            rows("PAUSE", "", "R-", "reply_id", "answer_pause", "''", "x.says", "'rules'"),
            rows("RISK", "", "", "signal_id", "risk_signal", "x.kind", "x.evidence", "x.decided_by"),
            rows("HOLD", "", "CH-", "step_id", "credit_hold_step", "x.step", "x.reason", "x.decided_by"),
            rows("LATENESS", "", "", "lateness_id", "lateness", "x.code", "x.source", "x.decided_by"));

    /** Steps name no customer: what they follow from does. */
    private static final List<String> STEPS = List.of(step("dispute", "dispute_id", "D-"),
            step("payment_promise", "promise_id", "PR-"), step("instalment_plan", "plan_id", "PL-"));

    private static final String TASK_ENDS = """
            SELECT x.company, x.customer_id, b.known_at AS happened_at, x.task_id AS row_id, 'DECISION' AS kind, '' AS direction,
                'T-' AS prefix, e.outcome || ':' AS code, '' AS spoken, e.reason AS words, e.decided_by AS made_by
            FROM answer_task_end e JOIN batch b ON b.batch_id = e.batch_id JOIN answer_task x ON x.task_id = e.task_id
            WHERE b.known_at <= :knownAt AND""";

    private static final String OF_RANGE = " x.company = :company AND x.customer_id >= :first AND x.customer_id <= :last";

    private final Handle handle;
    private final Instant knownAt;

    public ContactLog(Handle handle, Instant knownAt) {
        this.handle = handle;
        this.knownAt = knownAt;
    }

    private static String rows(String kind, String direction, String prefix, String id, String table, String code, String words,
            String by) {
        return "SELECT x.company, x.customer_id, b.known_at AS happened_at, x." + id + " AS row_id, '" + kind + "' AS kind, '"
                + direction + "' AS direction, '" + prefix + "' AS prefix, " + code + " AS code, '' AS spoken, " + words
                + " AS words, " + by + " AS made_by FROM " + table + " x JOIN batch b ON b.batch_id = x.batch_id"
                + " WHERE b.known_at <= :knownAt AND";
    }

    private static String step(String table, String id, String prefix) {
        return "SELECT x.company, x.customer_id, b.known_at AS happened_at, x." + id + " AS row_id, 'DECISION' AS kind,"
                + " '' AS direction, '" + prefix + "' AS prefix, CASE WHEN s.reverses IS NULL THEN '' ELSE 'taken back: ' END"
                + " || s.step AS code, '' AS spoken, s.reason AS words, s.decided_by AS made_by FROM exclusion_step s"
                + " JOIN batch b ON b.batch_id = s.batch_id JOIN " + table + " x ON x." + id + " = s.subject_id"
                + " WHERE b.known_at <= :knownAt AND";
    }

    /** All of these customers, by customer and then by time. @param customers in the database's order, without a gap */
    public List<Entry> of(CustomerRange customers) {
        List<String> all = new ArrayList<>(List.of(MAILS, BOUNCES, TASK_ENDS));
        all.addAll(ROWS);
        all.addAll(STEPS);
        List<Entry> entries = new ArrayList<>();
        for (String sql : all) {
            LedgerRead.forEach(customers.bind(handle.createQuery(sql + OF_RANGE)).bind("knownAt",
                    knownAt.atOffset(ZoneOffset.UTC)), row -> entries.add(entry(row)));
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.customer().number()).thenComparing(Entry::at)
                .thenComparing(Entry::rowId));
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String prefix = row.getString("prefix");
        long id = row.getLong("row_id");
        return new Entry(new CustomerId(row.getString("company"), row.getString("customer_id")),
                Columns.instant(row, "happened_at"), id, row.getString("kind"), row.getString("direction"),
                prefix.isEmpty() ? "" : prefix + id, new Said(row.getString("code"), row.getString("spoken"),
                row.getString("words").replaceAll("\\s+", " ").strip()),
                row.getString("made_by"));
    }
}
