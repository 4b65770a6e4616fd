package org.saldo.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Who does a piece of work that only one process may do at a time. A lease is renewed while its work goes on; when its
 * holder dies it runs out, and the next holder removes what the dead one had not published.
 */
public final class Leases implements AutoCloseable {

    private static final Duration TERM = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final String holder;
    private final Database database;
    private final Map<String, Thread> working = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lease-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** @param holder a name for this process that no other process has */
    public Leases(Database database, InstantSource clock, String holder) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.holder = holder;
    }

    /** Does {@code work} while holding the lease; empty, and nothing done, when another process holds it. */
    public <T> Optional<T> whileHolding(String name, Supplier<T> work) {
        if (!take(name)) {
            return Optional.empty();
        }
        ScheduledFuture<?> renewal = heartbeat.scheduleAtFixedRate(() -> renew(name), TERM.toSeconds() / 3,
                TERM.toSeconds() / 3, TimeUnit.SECONDS);
        working.put(name, Thread.currentThread());
        try {
            removeAbandonedBatches(name);
            return Optional.of(work.get());
        } finally {
            renewal.cancel(false);
            release(name);
            working.remove(name);
        }
    }

    /**
     * Ends what this process does, since it was told to stop, so that nobody need wait for its leases to run out: it is
     * interrupted, and cut off from the database. Nothing of it counts that is not committed. A process that holds the
     * database's file has nobody who waits: it may stop as it is.
     *
     * @param finishing the lease of work that comes to a good end when it is interrupted, and is given the patience for it
     */
    public void giveBack(String finishing, Duration patience) throws InterruptedException {
        if (database.holdsFile() || working.isEmpty()) {
            return;
        }
        working.values().forEach(Thread::interrupt);
        for (long left = patience.toMillis(); left > 0 && working.containsKey(finishing); left -= POLL_MILLIS) {
            Thread.sleep(POLL_MILLIS);
        }
        heartbeat.shutdownNow();
        database.cutOff().useHandle(handle -> handle.createUpdate("UPDATE lease SET holder = '' WHERE holder = :holder")
                .bind("holder", holder).execute());
    }

    /**
     * A process that has just opened a file database is alone: whoever held a lease there is dead.
     */
    public void releaseAll() {
        jdbi.useHandle(handle -> handle.execute("UPDATE lease SET holder = ''"));
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
    }

    private void renew(String name) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE lease SET held_until = :until WHERE lease_name = :name AND holder = :holder""")
                .bind("until", until()).bind("name", name).bind("holder", holder).execute());
    }

    private boolean take(String name) {
        provide(name);
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE lease SET holder = :holder, held_until = :until
                        WHERE lease_name = :name AND (holder = '' OR held_until < :now)""")
                .bind("holder", holder).bind("until", until()).bind("name", name)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    /** The row of the lease is there; of two processes that need it for the first time, one writes it. */
    private void provide(String name) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            INSERT INTO lease (lease_name, holder, held_until)
                            SELECT CAST(:name AS VARCHAR(80)), '', ledger_clock.last_known_at FROM ledger_clock
                            WHERE NOT EXISTS (SELECT 1 FROM lease WHERE lease_name = :name)""")
                    .bind("name", name).execute());
        } catch (JdbiException failure) {
            if (SqlState.of(failure).filter(SqlState::isKeyClash).isEmpty()) {
                throw failure;
            }
        }
    }

    private void release(String name) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE lease SET holder = '' WHERE lease_name = :name AND holder = :holder")
                .bind("name", name).bind("holder", holder).execute());
    }

    private void removeAbandonedBatches(String name) {
        List<Long> abandoned = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT batch_id FROM batch WHERE lease_name = :name AND known_at IS NULL")
                .bind("name", name).mapTo(Long.class).list());
        abandoned.forEach(batch -> jdbi.useHandle(handle -> StagedBatch.remove(handle, batch)));
    }

    private OffsetDateTime until() {
        Instant until = clock.instant().plus(TERM);
        return until.atOffset(ZoneOffset.UTC);
    }
}
