package org.saldo.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The way into the books. A batch is published by one small transaction, which gives it its place on the ledger clock
 * (strictly increasing, in microseconds) and its link in the hash chain.
 */
public final class Ledger {

    private static final int ATTEMPTS = 50;

    private final Database database;
    private final InstantSource clock;

    public Ledger(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public Database database() {
        return database;
    }

    /** The present instant, to the microsecond that the ledger keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Does {@code work} and publishes what it added, in one transaction. When another transaction got in the way, all of
     * it is done again, so {@code work} must read what it needs inside. A batch without rows leaves no trace.
     */
    public <T> T record(BatchKind kind, String actor, LocalDate day, Function<Batch, T> work) {
        return record(kind, actor, day, work, failure -> failure instanceof Conflict || isTransient(failure));
    }

    private <T> T record(BatchKind kind, String actor, LocalDate day, Function<Batch, T> work,
                         Predicate<RuntimeException> isWorthAnotherTry) {
        for (int attempt = 1; ; attempt++) {
            try {
                RowIds rowIds = database.newRowIds();
                BatchHead head = new BatchHead(rowIds.next(), kind, actor, day, now(), Optional.empty());
                T result = database.jdbi().inTransaction(handle -> recordOnce(handle, head, rowIds, work));
                database.statistics().renew();
                return result;
            } catch (Conflict | JdbiException | StoreException failure) {
                if (attempt == ATTEMPTS || !isWorthAnotherTry.test(failure)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Like {@link #write} for work that rests on what was read before it began: a {@link Conflict} is not tried again,
     * since the same would be written.
     */
    public void writeAsDecided(BatchKind kind, String actor, LocalDate day, Consumer<Batch> work) {
        record(kind, actor, day, batch -> {
            work.accept(batch);
            return null;
        }, Ledger::isTransient);
    }

    /** Like {@link #record} for work that returns nothing. */
    public void write(BatchKind kind, String actor, LocalDate day, Consumer<Batch> work) {
        record(kind, actor, day, batch -> {
            work.accept(batch);
            return null;
        });
    }

    private <T> T recordOnce(Handle handle, BatchHead head, RowIds rowIds, Function<Batch, T> work) {
        head.insert(handle);
        Batch batch = new Batch(handle, database, head, rowIds);
        T result = work.apply(batch);
        batch.flush();
        if (batch.rows() == 0) {
            head.delete(handle);
        } else {
            publish(handle, head, batch.digest());
        }
        return result;
    }

    /**
     * Begins a batch that takes more than one transaction, under a lease that its holder keeps. Until it is published no
     * reader sees it; whoever holds the lease next removes what an abandoned one left.
     */
    public StagedBatch stage(BatchKind kind, String actor, LocalDate day, String lease) {
        RowIds rowIds = database.newRowIds();
        BatchHead head = new BatchHead(rowIds.next(), kind, actor, day, now(), Optional.of(lease));
        database.jdbi().useHandle(head::insert);
        return new StagedBatch(this, head, rowIds);
    }

    Instant publish(Handle handle, BatchHead head, BatchDigest digest) {
        handle.execute("UPDATE ledger_clock SET ticks = ticks + 1");
        ClockRow last = handle.createQuery("SELECT last_known_at, last_chain_hash FROM ledger_clock")
                .map((row, context) -> new ClockRow(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)))
                .one();
        Instant next = last.knownAt().plus(1, ChronoUnit.MICROS);
        Instant knownAt = now().isAfter(next) ? now() : next;
        long rows = digest.rows();
        String contentHash = digest.hex();
        String link = BatchDigest.link(last.link(), head.id(), head.kind().name(), head.actor(), head.day(), knownAt,
                contentHash);
        handle.createUpdate("UPDATE ledger_clock SET last_known_at = :knownAt, last_chain_hash = :link")
                .bind("knownAt", knownAt.atOffset(ZoneOffset.UTC)).bind("link", link).execute();
        int published = handle.createUpdate("""
                        UPDATE batch SET known_at = :knownAt, row_count = :rows, content_hash = :content, chain_hash = :link
                        WHERE batch_id = :id AND known_at IS NULL AND row_count IS NULL""")
                .bind("knownAt", knownAt.atOffset(ZoneOffset.UTC)).bind("rows", rows).bind("content", contentHash)
                .bind("link", link).bind("id", head.id()).execute();
        if (published == 0) {
            throw head.takenOver();
        }
        return knownAt;
    }

    /** The instant of the latest published batch: all that is known so far. */
    public Instant knownAt() {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT last_known_at FROM ledger_clock")
                .mapTo(OffsetDateTime.class).one().toInstant());
    }

    private static boolean isTransient(RuntimeException failure) {
        return SqlState.of(failure).filter(SqlState::isTransient).isPresent();
    }

    private record ClockRow(Instant knownAt, String link) {
    }
}
