package org.saldo.store.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.intake.mail.InboundMail;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.intake.mail.SenderProof;
import org.saldo.statement.answer.AnswerRules;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Contents;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/** Whether every answer is to the document that it names, and what a mail confirmed by itself follows from the kept mail. */
record AnswerChecks(Handle handle, TableScan scan, Findings findings) {

    private static final Set<String> BY_RULE = Set.of("replies", "answer-page");

    /** @param answers that count */
    void check(List<StoredRow> answers) {
        Map<Long, StoredRow> statements = byId(Table.STATEMENT, "statement_id", answers);
        Map<Long, StoredRow> replies = byId(Table.REPLY_MAIL, "reply_id", answers);
        for (StoredRow answer : answers) {
            StoredRow statement = statements.get(answer.number("statement_id"));
            findings.check(Promise.I25, statement != null && isTo(answer, statement), answer,
                    "names another document than its statement");
            boolean nobody = answer.text("grade").isEmpty();
            findings.check(Promise.I25, nobody != Outcome.valueOf(answer.text("outcome")).isAnswer(), answer,
                    "is %s with grade '%s'", answer.text("outcome"), answer.text("grade"));
            if (answer.has("evidence_sha256")) {
                checkEvidence(answer, replies.get(answer.number("reply_id")));
            } else {
                findings.check(Promise.I25, nobody, answer, "is without the mail or scan that proves it");
            }
        }
    }

    private Map<Long, StoredRow> byId(Table table, String column, List<StoredRow> answers) {
        Map<Long, StoredRow> rows = new HashMap<>();
        scan.among(table, table.key(), answers.stream().filter(row -> row.has(column)).map(row -> row.number(column)).toList())
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static boolean isTo(StoredRow answer, StoredRow statement) {
        return answer.text("pdf_sha256").equals(statement.text("pdf_sha256"))
                && answer.text("company").equals(statement.text("company"))
                && answer.text("customer_id").equals(statement.text("customer_id"));
    }

    private void checkEvidence(StoredRow answer, StoredRow reply) {
        Optional<byte[]> kept = Contents.find(handle, answer.text("evidence_sha256"));
        findings.check(Promise.I25, kept.isPresent(), answer, "the bytes that prove it are not kept");
        Channel channel = Channel.valueOf(answer.text("channel"));
        if (kept.isEmpty() || channel == Channel.SCAN) {
            return;
        }
        findings.check(Promise.I25, reply != null && reply.text("raw_sha256").equals(answer.text("evidence_sha256")), answer,
                "its mail is not the one that is kept");
        if (reply != null && channel == Channel.REPLY && answer.text("recorded_by").equals("replies")) {
            checkProof(answer, reply, kept.get());
        }
        if (BY_RULE.contains(answer.text("recorded_by"))) {
            checkNothingWaited(answer);
        }
        if (channel == Channel.LINK) {
            findings.check(Promise.I25, handle.createQuery("SELECT COUNT(*) FROM answer_page_use WHERE reply_id = :reply"
                            + " AND statement_id = :statement").bind("reply", answer.number("reply_id"))
                    .bind("statement", answer.number("statement_id")).mapTo(Long.class).one() == 1, answer,
                    "was not given on the page of its statement");
        }
    }

    /** What may speak against a yes and waits for a person keeps it from counting by itself. */
    private void checkNothingWaited(StoredRow answer) {
        List<String> against = handle.createQuery("""
                        SELECT t.task_id, t.reason, t.suggestion FROM answer a JOIN batch ab ON ab.batch_id = a.batch_id
                        JOIN answer_task t ON t.statement_id = a.statement_id
                        JOIN batch tb ON tb.batch_id = t.batch_id AND tb.known_at < ab.known_at
                        WHERE a.answer_id = :answer AND NOT EXISTS (
                            SELECT 1 FROM answer_task_end e JOIN batch eb ON eb.batch_id = e.batch_id
                            WHERE e.task_id = t.task_id AND eb.known_at < ab.known_at)
                        ORDER BY t.task_id""")
                .bind("answer", answer.id()).map((row, context) -> {
                    String task = "T-" + row.getLong(1);
                    Optional<String> word = Optional.of(row.getString(3)).filter(suggested -> !suggested.isEmpty());
                    return AnswerRules.against(TaskReason.valueOf(row.getString(2)), word.map(Outcome::valueOf)).map(any -> task);
                }).list().stream().flatMap(Optional::stream).toList();
        findings.check(Promise.I25, against.isEmpty(), answer, "was taken for a yes while %s waited, which may speak against it",
                String.join(", ", against));
    }

    /** Nobody but the rules stood between the mail and the answer, so that the mail itself must show why. */
    private void checkProof(StoredRow answer, StoredRow reply, byte[] raw) {
        InboundMail mail = new MailReader(MailLimits.ofKept(raw.length), "", 0).read(raw);
        findings.check(Promise.I25, mail.from().filter(reply.text("sender")::equals).isPresent(), answer,
                "the kept mail has another sender than %s", reply.text("sender"));
        findings.check(Promise.I25, reply.text("nature").equals(Heard.Nature.PERSON.name())
                && SenderProof.vouches(reply.text("authenticated"), reply.text("sender")), answer,
                "nothing vouched for its sender");
        List<String> codes = ReplyToken.codesIn(mail.subject(), mail.recipients());
        boolean right = codes.size() == 1 && handle.createQuery(
                        "SELECT COUNT(*) FROM statement_token WHERE statement_id = :id AND code_sha256 = :code")
                .bind("id", answer.number("statement_id")).bind("code", Contents.sha256(codes.get(0)))
                .mapTo(Long.class).one() == 1;
        findings.check(Promise.I25, right, answer, "the kept mail does not carry the token of its statement");
    }
}
