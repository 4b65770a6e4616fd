package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.LedgerRead;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerRow;

/** What a customer answered to its statements, and which answers wait, in words. */
final class ExplainAnswers {

    private static final String TASKS = """
            SELECT t.task_id, t.reason, t.suggestion, r.sender, b.known_at, e.outcome AS ended, e.decided_by, e.reason AS why
            FROM answer_task t JOIN batch b ON b.batch_id = t.batch_id AND b.known_at IS NOT NULL
            JOIN reply_mail r ON r.reply_id = t.reply_id LEFT JOIN answer_task_end e ON e.task_id = t.task_id
            WHERE t.company = :company AND t.customer_id = :number""";

    private static final String CHASES = """
            SELECT c.chase_id, c.chase_number, s.statement_number, b.known_at
            FROM answer_chase c JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
            JOIN statement s ON s.statement_id = c.statement_id
            WHERE c.company = :company AND c.customer_id = :number""";

    private static final String PAPERS = """
            SELECT p.paper_id, p.outcome, p.grade, p.signed_by, p.decided_by, p.reason, s.statement_number, b.known_at,
                   e.outcome AS ended, e.decided_by AS ended_by, e.reason AS why
            FROM paper_answer p JOIN batch b ON b.batch_id = p.batch_id AND b.known_at IS NOT NULL
            JOIN statement s ON s.statement_id = p.statement_id LEFT JOIN paper_answer_end e ON e.paper_id = p.paper_id
            WHERE p.company = :company AND p.customer_id = :number""";

    private ExplainAnswers() {
    }

    static List<ExplainedStep> steps(Handle handle, CustomerId customer) {
        List<ExplainedStep> steps = new ArrayList<>();
        AnswerReader.answers(handle, "a.company = :company AND a.customer_id = :number",
                query -> query.bind("company", customer.company()).bind("number", customer.number()))
                .forEach(answer -> steps.add(step(answer)));
        LedgerRead.forEach(handle.createQuery(TASKS).bind("company", customer.company()).bind("number", customer.number()),
                row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("task_id"),
                        "answer T-" + row.getLong("task_id") + " from " + row.getString("sender") + " waits for a person: "
                                + TaskReason.valueOf(row.getString("reason")).sentence(),
                        ExplainedStep.why("suggested", row.getString("suggestion")),
                        row.getString("ended") == null ? "" : row.getString("ended").toLowerCase(Locale.ROOT)
                                + " by " + row.getString("decided_by") + ": " + row.getString("why"))));
        LedgerRead.forEach(handle.createQuery(CHASES).bind("company", customer.company()).bind("number", customer.number()),
                row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("chase_id"),
                        "asked again (" + row.getInt("chase_number") + ") to answer statement "
                                + row.getString("statement_number"))));
        LedgerRead.forEach(handle.createQuery(PAPERS).bind("company", customer.company()).bind("number", customer.number()),
                row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("paper_id"),
                        "paper SC-" + row.getLong("paper_id") + ": statement " + row.getString("statement_number") + " is "
                                + Outcome.valueOf(row.getString("outcome")).word().replace('-', ' ') + ", "
                                + row.getString("grade").toLowerCase(Locale.ROOT) + " by " + row.getString("signed_by")
                                + "; filed by " + row.getString("decided_by") + ", takes a second person",
                        ExplainedStep.why("reason", row.getString("reason")),
                        row.getString("ended") == null ? "" : row.getString("ended").toLowerCase(Locale.ROOT)
                                + " by " + row.getString("ended_by") + ": " + row.getString("why"))));
        return steps;
    }

    private static ExplainedStep step(AnswerRow answer) {
        String by = answer.person().isEmpty() ? "" : " by " + answer.person();
        return ExplainedStep.of(answer.knownAt(), answer.id(), "answer " + answer.label() + ": statement "
                        + answer.statement().key().number() + " is " + answer.outcome().word().replace('-', ' ') + by,
                answer.grade().map(grade -> "grade: " + grade.word() + ", on " + answer.answeredOn()).orElse(""),
                ExplainedStep.why("sender proved", answer.authenticated()), ExplainedStep.why("read", answer.words()),
                ExplainedStep.why("document", answer.statement().pdfSha256()),
                ExplainedStep.why("evidence", answer.evidence().orElse("")),
                ExplainedStep.why("reason", answer.reason()), "recorded by: " + answer.recordedBy());
    }
}
