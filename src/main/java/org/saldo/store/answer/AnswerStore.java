package org.saldo.store.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.delivery.ReplyKey;
import org.saldo.intake.mail.SameMail;
import org.saldo.intake.mail.SenderProof;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.AnswerRules;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.statement.answer.Ruling;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.InstallationSecret;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.statement.StatementRow;

/** Writes what is said about statements: their tokens, the mails that came, answers, and tasks for people. */
public final class AnswerStore {

    private static final int TEXT_LONGEST = 500;
    private static final int SENDER_LONGEST = 254;
    private static final int EVIDENCE_LONGEST = 1000;
    private static final String CUSTOMERS_SIDE = "CUSTOMER";
    private static final String SELLERS_SIDE = "SELLER";

    private final Database database;

    public AnswerStore(Ledger ledger) {
        this.database = ledger.database();
    }

    public ReplyKey replyKey() {
        return new ReplyKey(InstallationSecret.of(database));
    }

    /** Whether no later version was issued; nothing is published any more before the batch is. */
    public boolean isLatest(Batch batch, StatementRow statement) {
        batch.aloneFromNowOn();
        return new StatementFinder(batch).isLatest(statement);
    }

    /** Notes the token of a statement that is written in the same batch, and that the version before it is superseded. */
    public void issued(Batch batch, long statementId, StatementKey statement, ReplyToken token) {
        batch.add(Table.STATEMENT_TOKEN, statementId, Contents.sha256(token.code()));
        if (statement.version() > 1) {
            batch.flush();
            new StatementFinder(batch).of(statement.customer()).stream()
                    .filter(row -> row.key().currency().equals(statement.currency()))
                    .filter(row -> row.key().month().equals(statement.month()))
                    .filter(row -> row.key().version() == statement.version() - 1)
                    .forEach(row -> add(batch, NewAnswer.ofNobody(row, Outcome.SUPERSEDED, Channel.REISSUE, batch.day(),
                            batch.startedAt(), "version " + statement.version() + " was issued")));
        }
    }

    /** Looks for statements before anything is written. */
    public <T> T looking(Function<StatementFinder, T> look) {
        return database.jdbi().withHandle(handle -> look.apply(new StatementFinder(handle)));
    }

    /** The id of the mail with these bytes, when it came in before. */
    public Optional<Long> reply(Batch batch, byte[] raw) {
        return batch.handle().createQuery("SELECT reply_id FROM reply_mail WHERE raw_sha256 = :sha256")
                .bind("sha256", Contents.sha256(raw)).mapTo(Long.class).findOne();
    }

    /**
     * The mail that was kept before and of which this one is a second copy. None when that one is less proved than this: who
     * sends a forged copy first must not keep the mail itself out.
     */
    public Optional<Long> firstCopy(Batch batch, byte[] raw, ReplyMail mail) {
        String sender = shortened(mail.sender(), SENDER_LONGEST);
        boolean proved = SenderProof.vouches(mail.authenticated(), sender);
        return mail.customer().isEmpty() ? Optional.empty() : batch.handle().createQuery("""
                        SELECT reply_id, raw_sha256, authenticated FROM reply_mail
                        WHERE company = :company AND customer_id = :customer AND sender = :sender AND subject = :subject
                            AND nature = :nature AND binding = :binding AND COALESCE(statement_id, 0) = :statement
                        ORDER BY reply_id""")
                .bind("company", mail.company()).bind("customer", mail.customer()).bind("sender", sender)
                .bind("subject", shortened(mail.subject(), TEXT_LONGEST)).bind("statement", mail.statement())
                .bind("nature", mail.heard().nature().name()).bind("binding", mail.heard().binding().name())
                .map((row, context) -> !proved || SenderProof.vouches(row.getString(3), sender)
                        ? Optional.of(new Kept(row.getLong(1), row.getString(2))) : Optional.<Kept>empty()).list().stream()
                .flatMap(Optional::stream)
                .filter(kept -> Contents.find(batch.handle(), kept.sha256()).filter(first -> SameMail.of(first, raw)).isPresent())
                .map(Kept::reply).findFirst();
    }

    private record Kept(long reply, String sha256) {
    }

    /** Keeps the mail and its bytes. */
    public long addReply(Batch batch, byte[] raw, ReplyMail mail) {
        return batch.add(Table.REPLY_MAIL, mail.company(), mail.customer(), mail.statement() == 0 ? null : mail.statement(),
                mail.channel().name(), Contents.put(batch, raw), mail.receivedAt(), shortened(mail.sender(), SENDER_LONGEST),
                shortened(mail.subject(), TEXT_LONGEST), mail.heard().nature().name(),
                shortened(mail.authenticated(), TEXT_LONGEST), mail.heard().binding().name(), mail.heard().meaning().name(),
                shortened(mail.words(), EVIDENCE_LONGEST));
    }

    /** Keeps bytes that prove an answer and returns their hash. */
    public String keep(Batch batch, byte[] evidence) {
        return Contents.put(batch, evidence);
    }

    public long add(Batch batch, NewAnswer answer) {
        StatementRow statement = answer.statement();
        return batch.add(Table.ANSWER, statement.key().customer().company(), statement.key().customer().number(),
                statement.id(), statement.pdfSha256(),
                answer.channel() == Channel.REISSUE ? SELLERS_SIDE : CUSTOMERS_SIDE, answer.outcome().name(),
                answer.grade().map(Enum::name).orElse(""), answer.channel().name(), shortened(answer.person(), 254),
                shortened(answer.role(), 100), answer.answeredOn(), answer.receivedAt(),
                shortened(answer.authenticated(), TEXT_LONGEST), answer.evidence().orElse(null),
                shortened(answer.words(), EVIDENCE_LONGEST), shortened(answer.reason(), TEXT_LONGEST), batch.actor(),
                answer.reply().orElse(null));
    }

    /** A person has to look at a mail. */
    public long addTask(Batch batch, long reply, ReplyMail mail, Ruling ruling) {
        return batch.add(Table.ANSWER_TASK, mail.company(), mail.customer(), mail.statement() == 0 ? null : mail.statement(),
                reply, ruling.reason().orElseThrow().name(), ruling.suggestion().map(Outcome::name).orElse(""));
    }

    /** One of two people says what a task's mail counts as. */
    public record Consent(String person, Outcome outcome) {
    }

    /** What was said of a task that takes two people, the first one first. */
    public List<Consent> consents(Batch batch, AnswerTask task) {
        return batch.handle().createQuery("""
                        SELECT c.decided_by, c.outcome FROM answer_consent c
                        JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
                        WHERE c.task_id = :task ORDER BY c.consent_id""").bind("task", task.id())
                .map((row, context) -> new Consent(row.getString(1), Outcome.valueOf(row.getString(2)))).list();
    }

    /** The first of two people accepts a task. */
    public void addConsent(Batch batch, AnswerTask task, Outcome outcome, String reason) {
        batch.add(Table.ANSWER_CONSENT, task.id(), outcome.name(), batch.actor(), reason);
    }

    /** A person has decided on a task; {@code answer} is 0 when nothing was recorded. */
    public void endTask(Batch batch, AnswerTask task, boolean accepted, long answer, String reason) {
        batch.add(Table.ANSWER_TASK_END, task.id(), accepted ? "ACCEPTED" : "REFUSED", answer == 0 ? null : answer,
                batch.actor(), reason);
    }

    /** A reminder to answer is written beside this row. */
    public void addChase(Batch batch, StatementRow statement, LocalDate day, int number, String businessKey) {
        batch.add(Table.ANSWER_CHASE, statement.key().customer().company(), statement.key().customer().number(), statement.id(),
                day, number, businessKey);
    }

    /** The answers to a statement, the first one first; read in the batch's transaction. */
    public List<AnswerRow> answers(Batch batch, StatementRow statement) {
        return AnswerReader.answers(batch.handle(), "a.statement_id = :id", query -> query.bind("id", statement.id()));
    }

    /**
     * What was answered to a statement so far: what waits for a person and may speak against a yes, else the answer that holds.
     * To be asked once nothing is published any more before the batch is.
     */
    public Optional<Outcome> before(Batch batch, StatementRow statement) {
        return batch.handle().createQuery("""
                        SELECT t.reason, t.suggestion FROM answer_task t
                        JOIN batch b ON b.batch_id = t.batch_id AND b.known_at IS NOT NULL
                        WHERE t.statement_id = :statement
                        AND NOT EXISTS (SELECT 1 FROM answer_task_end e WHERE e.task_id = t.task_id) ORDER BY t.task_id""")
                .bind("statement", statement.id())
                .map((row, context) -> AnswerRules.against(TaskReason.valueOf(row.getString(1)),
                        Optional.of(row.getString(2)).filter(word -> !word.isEmpty()).map(Outcome::valueOf)))
                .list().stream().flatMap(Optional::stream).findFirst()
                .or(() -> answers(batch, statement).stream().map(AnswerRow::outcome).reduce((earlier, later) -> later));
    }

    private static String shortened(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
