package org.saldo.store.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.CustomerId;
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

    private final Handle handle;
    private final WorklistWording own;

    ExplainAnswers(Handle handle, WorklistWording own) {
        this.handle = handle;
        this.own = own;
    }

    List<ExplainedStep> steps(CustomerId customer) {
        List<ExplainedStep> steps = new ArrayList<>();
        AnswerReader.answers(handle, "a.company = :company AND a.customer_id = :number",
                query -> query.bind("company", customer.company()).bind("number", customer.number()))
                .forEach(answer -> steps.add(step(answer)));
        rows(TASKS, customer, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("task_id"),
                own.of(LifeWord.ANSWER_WAITS, "T-" + row.getLong("task_id"), row.getString("sender"),
                        own.told(TaskReason.valueOf(row.getString("reason")))),
                row.getString("suggestion").isEmpty() ? "" : own.of(LifeWord.SUGGESTED,
                        own.called("OUTCOME", row.getString("suggestion"))), ended(row, "decided_by"))));
        rows(CHASES, customer, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("chase_id"),
                own.of(LifeWord.ASKED_AGAIN, row.getInt("chase_number"), row.getString("statement_number")))));
        rows(PAPERS, customer, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("paper_id"),
                own.of(LifeWord.PAPER, "SC-" + row.getLong("paper_id"), row.getString("statement_number"),
                        own.called("OUTCOME", row.getString("outcome")), own.called("GRADE", row.getString("grade")),
                        row.getString("signed_by"), own.actor(row.getString("decided_by"))),
                own.line(ExplainWord.REASON, row.getString("reason")), ended(row, "ended_by"))));
        return steps;
    }

    private String ended(ResultSet row, String by) throws SQLException {
        String outcome = row.getString("ended");
        return outcome == null ? "" : own.of(LifeWord.valueOf("ENDED_" + outcome), own.actor(row.getString(by)),
                own.toldOrWritten(row.getString("why")));
    }

    private void rows(String sql, CustomerId customer, LedgerRead.RowReader reader) {
        LedgerRead.forEach(handle.createQuery(sql).bind("company", customer.company()).bind("number", customer.number()), reader);
    }

    private ExplainedStep step(AnswerRow answer) {
        String outcome = own.called("OUTCOME", answer.outcome().name());
        String number = answer.statement().key().number();
        return ExplainedStep.of(answer.knownAt(), answer.id(), answer.person().isEmpty()
                        ? own.of(LifeWord.ANSWERED, answer.label(), number, outcome)
                        : own.of(LifeWord.ANSWERED_BY, answer.label(), number, outcome, answer.person()),
                answer.grade().map(grade -> own.of(LifeWord.GRADE, own.called("GRADE", grade.name()), answer.answeredOn()))
                        .orElse(""),
                own.line(LifeWord.SENDER_PROVED, answer.authenticated()), own.line(LifeWord.READ, answer.words()),
                own.line(LifeWord.DOCUMENT_SHOWN, answer.statement().pdfSha256()),
                own.line(ExplainWord.EVIDENCE, answer.evidence().orElse("")),
                own.line(ExplainWord.REASON, answer.reason()), own.of(LifeWord.RECORDED_BY, own.actor(answer.recordedBy())));
    }
}
