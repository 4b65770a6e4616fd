package org.saldo.store.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.statement.StatementRow;

/** Reads answers and tasks. What is listed here was published; the latest answer to a statement is the one that holds. */
public final class AnswerReader {

    private static final String ANSWERS = """
            SELECT a.answer_id, a.statement_id, a.outcome, a.grade, a.channel, a.person, a.person_role, a.answered_on,
                   a.received_at, a.authenticated, a.evidence_sha256, a.evidence, a.reason, a.recorded_by, b.known_at
            FROM answer a JOIN batch b ON b.batch_id = a.batch_id AND b.known_at IS NOT NULL
            WHERE\s""";

    private static final String TASKS = """
            SELECT t.task_id, t.company, t.customer_id, t.statement_id, t.reply_id, t.reason, t.suggestion, r.channel,
                   r.sender, r.subject,
                   r.authenticated, r.evidence, r.meaning, r.raw_sha256, r.received_at, e.outcome AS ended, e.decided_by
            FROM answer_task t JOIN batch b ON b.batch_id = t.batch_id AND b.known_at IS NOT NULL
            JOIN reply_mail r ON r.reply_id = t.reply_id
            LEFT JOIN answer_task_end e ON e.task_id = t.task_id
            WHERE\s""";

    private final Database database;

    public AnswerReader(Ledger ledger) {
        this.database = ledger.database();
    }

    /** The tasks that wait, of one company or, when that is empty, of all; the oldest first. */
    public List<AnswerTask> waiting(String company, int most) {
        return database.jdbi().withHandle(handle -> tasks(handle,
                "e.end_id IS NULL AND (:company = '' OR t.company = :company) ORDER BY t.task_id LIMIT :most",
                query -> query.bind("company", company).bind("most", most)));
    }

    /** How many tasks wait in a company. */
    public int waiting(String company) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM answer_task t JOIN batch b ON b.batch_id = t.batch_id AND b.known_at IS NOT NULL
                        WHERE t.company = :company AND NOT EXISTS
                        (SELECT 1 FROM answer_task_end e WHERE e.task_id = t.task_id)""")
                .bind("company", company).mapTo(Integer.class).one());
    }

    public Optional<AnswerTask> task(Batch batch, long id) {
        return task(batch.handle(), id);
    }

    public Optional<AnswerTask> task(long id) {
        return database.jdbi().withHandle(handle -> task(handle, id));
    }

    private static Optional<AnswerTask> task(Handle handle, long id) {
        return tasks(handle, "t.task_id = :id", query -> query.bind("id", id)).stream().findFirst();
    }

    /** Whether people who name a document so can mean one of this customer. */
    public boolean isDocumentOf(CustomerId customer, String name) {
        return database.jdbi().withHandle(handle -> new StatementFinder(handle).isDocumentOf(customer, name));
    }

    /** The bytes that are kept under a hash. */
    public byte[] content(String sha256) {
        return database.jdbi().withHandle(handle -> Contents.get(handle, sha256));
    }

    /** The answers to a statement, the first one first. */
    public List<AnswerRow> answers(StatementRow statement) {
        return database.jdbi().withHandle(handle -> answers(handle, "a.statement_id = :id",
                query -> query.bind("id", statement.id())));
    }

    public static List<AnswerRow> answers(Handle handle, String condition, UnaryOperator<Query> bound) {
        StatementFinder finder = new StatementFinder(handle);
        return bound.apply(handle.createQuery(ANSWERS + condition + " ORDER BY a.answer_id"))
                .map((row, context) -> answer(row, finder)).list();
    }

    private static List<AnswerTask> tasks(Handle handle, String condition, UnaryOperator<Query> bound) {
        StatementFinder finder = new StatementFinder(handle);
        return bound.apply(handle.createQuery(TASKS + condition)).map((row, context) -> task(row, finder)).list().stream()
                .map(task -> withReading(handle, task)).toList();
    }

    private static AnswerTask withReading(Handle handle, AnswerTask task) {
        return ReminderAnswerStore.find(handle, task.reply()).map(row -> task.as(row, task.ended().isPresent() ? List.of()
                : new PaidSearch(handle).find(row, ContestedLines.of(handle, task.reply())))).orElse(task);
    }

    private static AnswerRow answer(ResultSet row, StatementFinder finder) throws SQLException {
        return new AnswerRow(row.getLong("answer_id"), finder.byId(row.getLong("statement_id")),
                Outcome.valueOf(row.getString("outcome")), Grade.of(row.getString("grade")),
                Channel.valueOf(row.getString("channel")), row.getString("person"), row.getString("person_role"),
                row.getObject("answered_on", LocalDate.class), Columns.instant(row, "received_at"),
                row.getString("authenticated"), Optional.ofNullable(row.getString("evidence_sha256")), row.getString("evidence"),
                row.getString("reason"), row.getString("recorded_by"), Columns.instant(row, "known_at"));
    }

    private static AnswerTask task(ResultSet row, StatementFinder finder) throws SQLException {
        long statement = row.getLong("statement_id");
        String ended = row.getString("ended");
        String suggestion = row.getString("suggestion");
        return new AnswerTask(row.getLong("task_id"), row.getString("company"), row.getString("customer_id"),
                statement == 0 ? Optional.empty() : Optional.of(finder.byId(statement)), row.getLong("reply_id"),
                TaskReason.valueOf(row.getString("reason")),
                suggestion.isEmpty() ? Optional.empty() : Optional.of(Outcome.valueOf(suggestion)),
                Channel.valueOf(row.getString("channel")), row.getString("sender"),
                row.getString("subject"), row.getString("authenticated"), row.getString("evidence"), row.getString("meaning"),
                row.getString("raw_sha256"), Columns.instant(row, "received_at"),
                ended == null ? Optional.empty()
                        : Optional.of(ended.toLowerCase(Locale.ROOT) + " by " + row.getString("decided_by")),
                Optional.empty(), List.of());
    }
}
