package org.saldo.store;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh ledger database of either kind for a test: HSQLDB in memory, or a database of its own in one real PostgreSQL. It
 * is a copy of one that was opened, and so migrated, as any other is; {@link FreshDatabases} takes it away after its class.
 */
public enum TestDatabase {

    HSQLDB {
        @Override
        DatabaseSettings copy(String name) {
            return HsqldbTemplate.copy(name);
        }
    },

    POSTGRESQL {
        @Override
        DatabaseSettings copy(String name) {
            return PostgresServer.copy(name);
        }
    };

    private static final AtomicInteger COUNTER = new AtomicInteger();

    abstract DatabaseSettings copy(String name);

    /** The settings of a database without rows that nobody else uses. */
    public DatabaseSettings fresh() {
        DatabaseSettings settings = copy("test" + COUNTER.incrementAndGet());
        FreshDatabases.made(settings);
        return settings;
    }

    public Database open() {
        return Database.open(fresh());
    }
}
