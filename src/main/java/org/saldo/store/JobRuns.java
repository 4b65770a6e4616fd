package org.saldo.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * When which job ran, and what came of it. A run that found nothing to do replaces the one before that found nothing,
 * so that a schedule of seconds does not fill the table.
 */
public final class JobRuns {

    private static final int SUMMARY_LONGEST = 1000;

    private final Database database;
    private final Jdbi jdbi;
    private final InstantSource clock;

    public JobRuns(Database database, InstantSource clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** How a run stands. */
    public enum Outcome { RUNNING, DONE, IDLE, FAILED, INTERRUPTED }

    /** What a run did: whether there was anything to do, and one line about it without customer data. */
    public record Result(boolean idle, String summary) {
    }

    /** A run of a job; {@code endedAt} is empty while it runs. */
    public record Run(String job, LocalDate day, Instant startedAt, Optional<Instant> endedAt, Outcome outcome,
                      String summary) {
    }

    /** Does the work and keeps when it began and ended, and how. What the work throws is kept and thrown on. */
    public Result record(String job, LocalDate day, Supplier<Result> work) {
        long id = begin(job, day);
        try {
            Result result = work.get();
            end(id, job, result.idle() ? Outcome.IDLE : Outcome.DONE, result.summary());
            return result;
        } catch (RuntimeException failure) {
            end(id, job, Outcome.FAILED, String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private long begin(String job, LocalDate day) {
        long id = database.rowIds().next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO job_run (run_id, job, business_day, started_at, outcome, summary)
                        VALUES (:id, :job, :day, :now, 'RUNNING', '')""")
                .bind("id", id).bind("job", job).bind("day", day).bind("now", now()).execute());
        return id;
    }

    private void end(long id, String job, Outcome outcome, String summary) {
        String line = summary.length() > SUMMARY_LONGEST ? summary.substring(0, SUMMARY_LONGEST) : summary;
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE job_run SET ended_at = :now, outcome = :outcome, summary = :line WHERE run_id = :id")
                    .bind("now", now()).bind("outcome", outcome.name()).bind("line", line).bind("id", id).execute();
            if (outcome == Outcome.IDLE) {
                handle.createUpdate("DELETE FROM job_run WHERE job = :job AND outcome = 'IDLE' AND run_id < :id")
                        .bind("job", job).bind("id", id).execute();
            }
        });
    }

    /** When the last run of a job began that came to its end; empty when there never was one. */
    public Optional<Instant> lastDone(String job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT MAX(started_at) FROM job_run WHERE job = :job AND outcome IN ('DONE', 'IDLE')""")
                .bind("job", job).map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)).one());
    }

    /** The latest run of each job, by job. */
    public List<Run> latest() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT job, business_day, started_at, ended_at, outcome, summary FROM job_run
                        WHERE run_id IN (SELECT MAX(run_id) FROM job_run GROUP BY job) ORDER BY job""")
                .map((row, context) -> new Run(row.getString(1), row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                        Outcome.valueOf(row.getString(5)), row.getString(6))).list());
    }

    /** What ran when the only process that could run it died. */
    static void interruptAll(Handle handle) {
        handle.execute("UPDATE job_run SET outcome = 'INTERRUPTED' WHERE outcome = 'RUNNING'");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
