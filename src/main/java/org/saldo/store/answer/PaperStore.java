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
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Batch;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.statement.StatementRow;

/** Keeps signed papers until a second person has said the same of them. */
public final class PaperStore {

    private static final String PAPERS = """
            SELECT p.paper_id, p.statement_id, p.outcome, p.grade, p.signed_by, p.person_role, p.signed_on, p.scan_sha256,
                   p.reason, p.decided_by, e.outcome AS ended, e.decided_by AS ended_by
            FROM paper_answer p JOIN batch b ON b.batch_id = p.batch_id AND b.known_at IS NOT NULL
            LEFT JOIN paper_answer_end e ON e.paper_id = p.paper_id
            WHERE\s""";
    private static final String WAITS = "e.end_id IS NULL AND ";

    private final Database database;

    public PaperStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** Keeps what the first person filed; of {@code paper} its id and its first person do not count. */
    public long add(Batch batch, WaitingPaper paper) {
        StatementRow statement = paper.statement();
        return batch.add(Table.PAPER_ANSWER, statement.key().customer().company(), statement.key().customer().number(),
                statement.id(), paper.outcome().name(), paper.grade().name(), paper.signedBy(), paper.role(), paper.signedOn(),
                paper.scan(), paper.reason(), batch.actor());
    }

    /** A second person has decided; {@code answer} is 0 when nothing was recorded. */
    public void end(Batch batch, WaitingPaper paper, long answer, String reason) {
        batch.add(Table.PAPER_ANSWER_END, paper.id(), answer == 0 ? "REFUSED" : "ACCEPTED", answer == 0 ? null : answer, reason,
                batch.actor());
    }

    /** Those that wait, of one company or, when that is empty, of all; the oldest first. */
    public List<WaitingPaper> waiting(String company) {
        return database.jdbi().withHandle(handle -> papers(handle,
                WAITS + "(:company = '' OR p.company = :company) ORDER BY p.paper_id",
                query -> query.bind("company", company)));
    }

    /** Those that wait about a statement, as the batch's transaction sees them. */
    public List<WaitingPaper> waiting(Batch batch, StatementRow statement) {
        return papers(batch.handle(), WAITS + "p.statement_id = :id ORDER BY p.paper_id",
                query -> query.bind("id", statement.id()));
    }

    public Optional<WaitingPaper> find(long id) {
        return database.jdbi().withHandle(handle -> find(handle, id));
    }

    /** The same, as the batch's transaction sees it. */
    public Optional<WaitingPaper> find(Batch batch, long id) {
        return find(batch.handle(), id);
    }

    private static Optional<WaitingPaper> find(Handle handle, long id) {
        return papers(handle, "p.paper_id = :id", query -> query.bind("id", id)).stream().findFirst();
    }

    private static List<WaitingPaper> papers(Handle handle, String condition, UnaryOperator<Query> bound) {
        StatementFinder finder = new StatementFinder(handle);
        return bound.apply(handle.createQuery(PAPERS + condition)).map((row, context) -> paper(row, finder)).list();
    }

    private static WaitingPaper paper(ResultSet row, StatementFinder finder) throws SQLException {
        String ended = row.getString("ended");
        return new WaitingPaper(row.getLong("paper_id"), finder.byId(row.getLong("statement_id")),
                Outcome.valueOf(row.getString("outcome")), Grade.valueOf(row.getString("grade")), row.getString("signed_by"),
                row.getString("person_role"), row.getObject("signed_on", LocalDate.class), row.getString("scan_sha256"),
                row.getString("decided_by"), row.getString("reason"), ended == null ? Optional.empty()
                        : Optional.of(ended.toLowerCase(Locale.ROOT) + " by " + row.getString("ended_by")));
    }
}
