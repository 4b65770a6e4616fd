package org.saldo.store.statement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementPeriod;
import org.saldo.store.Batch;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/** Which months of statements are done, which statements are held, and who let them go. */
public final class StatementMonths {

    private static final int DETAIL_LONGEST = 500;

    private final Database database;

    public StatementMonths(Ledger ledger) {
        this.database = ledger.database();
    }

    /** A run that went through all customers; {@code lastStatement} is the id of the month's newest statement then. */
    public record Run(YearMonth month, long lastStatement) {
    }

    /** Why a statement is held, and how many persons have let it go. */
    public record Hold(HeldBack.Reason reason, String detail, int releases) {

        /** Whether it waits until two people have released the company's bank accounts, and for nothing else. */
        public boolean waitsForAccount() {
            return reason == HeldBack.Reason.BANK_ACCOUNT && releases == 0;
        }
    }

    /** The latest month that is done for a company. */
    public Optional<YearMonth> lastMonth(String company) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT MAX(r.statement_month)
                        FROM statement_run r JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                        WHERE r.company = :company""")
                .bind("company", company).mapTo(String.class).findOne().map(YearMonth::parse));
    }

    /** The last run that went through the whole month. */
    public Optional<Run> lastRun(String company, YearMonth month) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT MAX(r.run_id), MAX(r.last_statement_id)
                        FROM statement_run r JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                        WHERE r.company = :company AND r.statement_month = :month
                        HAVING MAX(r.run_id) IS NOT NULL""")
                .bind("company", company).bind("month", month.toString())
                .map((row, context) -> new Run(month, row.getLong(2))).findOne());
    }

    /** A person asked for the statement. */
    public void asked(Batch batch, long statement, String company, String reason) {
        batch.add(Table.STATEMENT_REQUEST, statement, company, shortened(reason), batch.actor());
    }

    /** The month is done. */
    public void done(Batch batch, String company, StatementPeriod period, Instant asKnownAt, long lastStatement, int made,
                     int heldBack) {
        batch.add(Table.STATEMENT_RUN, company, period.month().toString(), period.cutOff(), asKnownAt, lastStatement, made,
                heldBack);
    }

    /** The statement is made but not mailed. */
    public void hold(Batch batch, long statement, HeldBack held) {
        batch.add(Table.STATEMENT_HOLD, statement, held.customer().company(), held.reason().name(), shortened(held.detail()));
    }

    private static String shortened(String text) {
        return text.length() > DETAIL_LONGEST ? text.substring(0, DETAIL_LONGEST) : text;
    }

    /** The holds of a company's month by statement; what a person let go is not held any more once its mail is written. */
    public Map<Long, Hold> holds(String company, YearMonth month) {
        Map<Long, Hold> holds = new TreeMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery(HOLDS + """
                        WHERE s.company = :company AND s.statement_month = :month
                        GROUP BY h.statement_id, h.reason, h.detail""")
                .bind("company", company).bind("month", month.toString())
                .map((row, context) -> holds.put(row.getLong(1), new Hold(HeldBack.Reason.valueOf(row.getString(2)),
                        row.getString(3), row.getInt(4)))).list());
        return holds;
    }

    /** The customers of a company whose latest statement waits for this reason alone, by month; a release ends that. */
    public SortedMap<YearMonth, Set<CustomerId>> waiting(String company, HeldBack.Reason reason) {
        SortedMap<YearMonth, Set<CustomerId>> waiting = new TreeMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("""
                        SELECT s.statement_month, s.customer_id FROM statement_hold h
                        JOIN batch b ON b.batch_id = h.batch_id AND b.known_at IS NOT NULL
                        JOIN statement s ON s.statement_id = h.statement_id
                        WHERE h.company = :company AND h.reason = :reason
                        AND NOT EXISTS (SELECT 1 FROM statement_release r WHERE r.statement_id = h.statement_id)
                        AND NOT EXISTS (SELECT 1 FROM statement n
                            JOIN batch nb ON nb.batch_id = n.batch_id AND nb.known_at IS NOT NULL
                            WHERE n.company = s.company AND n.customer_id = s.customer_id AND n.currency = s.currency
                            AND n.statement_month = s.statement_month AND n.version > s.version)
                        ORDER BY s.statement_month, s.customer_id""")
                .bind("company", company).bind("reason", reason.name())
                .map((row, context) -> waiting.computeIfAbsent(YearMonth.parse(row.getString(1)), any -> new LinkedHashSet<>())
                        .add(new CustomerId(company, row.getString(2)))).list());
        return waiting;
    }

    private static final String HOLDS = """
            SELECT h.statement_id, h.reason, h.detail, COUNT(r.release_id)
            FROM statement s
            JOIN statement_hold h ON h.statement_id = s.statement_id
            JOIN batch b ON b.batch_id = h.batch_id AND b.known_at IS NOT NULL
            LEFT JOIN statement_release r ON r.statement_id = h.statement_id
            """;

    /** The hold of one statement, read within the transaction of a decision. */
    public Optional<Hold> hold(Batch batch, long statement) {
        return batch.handle().createQuery(HOLDS + """
                        WHERE s.statement_id = :statement GROUP BY h.statement_id, h.reason, h.detail""")
                .bind("statement", statement)
                .map((row, context) -> new Hold(HeldBack.Reason.valueOf(row.getString(2)), row.getString(3), row.getInt(4)))
                .findOne();
    }

    public boolean isReleasedBy(Batch batch, long statement, String person) {
        Handle handle = batch.handle();
        return handle.createQuery("""
                        SELECT COUNT(*) FROM statement_release WHERE statement_id = :statement AND decided_by = :person""")
                .bind("statement", statement).bind("person", person).mapTo(Long.class).one() > 0;
    }

    /** A person lets the statement go. */
    public void release(Batch batch, long statement, String company, Decider who) {
        batch.add(Table.STATEMENT_RELEASE, statement, company, who.reason(), who.person());
    }
}
