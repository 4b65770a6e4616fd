package org.saldo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.channels.FileLock;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger's database: HSQLDB in a file (or in memory, for tests) or PostgreSQL, migrated to the present schema when
 * it is opened. Close it to release the file; a process that is killed loses nothing that was committed.
 */
public final class Database implements AutoCloseable {

    /**
     * HSQLDB's row cache in kilobytes, as its rows are long in the file. In the heap they take three to four times that:
     * an eighth of the heap is nearly half of it, and the rest is for what a job holds.
     */
    private static final long HSQLDB_CACHE_KB = Math.min(Runtime.getRuntime().maxMemory() / 8, 1L << 30) / 1024;
    /** The cache's other bound: a small row takes more of the heap than its length says. */
    private static final long HSQLDB_CACHE_ROWS = HSQLDB_CACHE_KB * 4;
    /**
     * The log is played again after a kill, about a second for each MB when the database is large, and so is folded into
     * the data early; loads were not slower for it.
     * Texts are compared as they are, without padding, as PostgreSQL does it. The file is read and written, not mapped: what
     * is mapped of it, up to 256 MB, would count as memory of this process and be no quicker.
     */
    private static final String HSQLDB_FILE_PROPERTIES = ";hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
            + ";sql.pad_space=false;hsqldb.nio_data_file=false;hsqldb.write_delay=false;hsqldb.log_size=8"
            + ";hsqldb.cache_rows=" + HSQLDB_CACHE_ROWS + ";hsqldb.cache_size=" + HSQLDB_CACHE_KB
            + ";hsqldb.result_max_memory_rows=100000";

    private final HikariDataSource pool;
    private final SqlDialect dialect;
    private final Jdbi jdbi;
    private final RowIds rowIds;
    private final TableStatistics statistics;
    private final Runnable afterClose;

    private Database(HikariDataSource pool, SqlDialect dialect, Runnable afterClose) {
        this.pool = pool;
        this.dialect = dialect;
        this.afterClose = afterClose;
        this.jdbi = Jdbi.create(pool);
        this.rowIds = new RowIds(jdbi, dialect);
        this.statistics = new TableStatistics(jdbi, dialect);
    }

    /** @throws StoreException when the database is out of reach, held by another process, or of a newer schema */
    public static Database open(DatabaseSettings settings) {
        return open(settings, true, () -> { });
    }

    /** Opens the file database as its only holder: whoever held a lease there is dead. */
    static Database openFile(DatabaseSettings settings, FileLock lock) {
        Database database = open(settings, true, () -> FileDatabase.release(lock));
        database.jdbi.useHandle(handle -> {
            handle.execute("UPDATE lease SET holder = ''");
            JobRuns.interruptAll(handle);
        });
        return database;
    }

    /** Opens a file database that another process serves and has migrated. */
    static Database join(DatabaseSettings settings) {
        return open(settings, false, () -> { });
    }

    private static Database open(DatabaseSettings settings, boolean migrate, Runnable afterClose) {
        SqlDialect dialect = SqlDialect.of(settings.url());
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(poolConfig(settings));
            if (migrate) {
                Schema.bring(pool, dialect);
            }
            return new Database(pool, dialect, afterClose);
        } catch (RuntimeException unreachable) {
            if (pool != null) {
                pool.close();
            }
            throw new StoreException("database " + settings + ": " + rootMessage(unreachable)
                    + "; check db.url, db.user and DB_PASSWORD, and that no other process holds the file", unreachable);
        }
    }

    private static HikariConfig poolConfig(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(url(settings));
        if (SqlDialect.of(settings.url()) == SqlDialect.HSQLDB) {
            config.setDataSource(new KeptStatements(url(settings)));
        }
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setAutoCommit(true);
        return config;
    }

    /** The settings' URL with what every ledger is opened with. */
    static String url(DatabaseSettings settings) {
        return settings.url() + properties(settings.url());
    }

    private static String properties(String url) {
        if (SqlDialect.of(url) == SqlDialect.POSTGRESQL) {
            return (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&ApplicationName=saldo";
        }
        if (url.startsWith("jdbc:hsqldb:mem:")) {
            return ";hsqldb.tx=mvcc;sql.pad_space=false";
        }
        return url.startsWith("jdbc:hsqldb:file:") ? HSQLDB_FILE_PROPERTIES : "";
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** What the database is told of how its tables grow. */
    TableStatistics statistics() {
        return statistics;
    }

    public SqlDialect dialect() {
        return dialect;
    }

    /** For rows outside the ledger's batches: mails, their events, job runs. */
    public RowIds rowIds() {
        return rowIds;
    }

    /** For one batch: above the ids of every batch that began before. */
    RowIds newRowIds() {
        return new RowIds(jdbi, dialect);
    }

    /** Whether this process holds the file database, and so could serve it to others. */
    public boolean holdsFile() {
        return pool.getJdbcUrl().startsWith("jdbc:hsqldb:file:");
    }

    /** Breaks every connection to the server: what is not committed is gone. Returns a way in for a last word. */
    Jdbi cutOff() {
        pool.close();
        return Jdbi.create(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    @Override
    public void close() {
        try {
            if (holdsFile()) {
                jdbi.useHandle(handle -> handle.execute("SHUTDOWN"));
            }
            pool.close();
        } finally {
            afterClose.run();
        }
    }
}
