package org.saldo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh ledger database of either kind for a test: HSQLDB in memory, or a database of its own in one real PostgreSQL. */
public enum TestDatabase {

    HSQLDB {
        @Override
        public DatabaseSettings fresh() {
            return new DatabaseSettings("jdbc:hsqldb:mem:test" + COUNTER.incrementAndGet(), "SA", "");
        }
    },

    POSTGRESQL {
        @Override
        public DatabaseSettings fresh() {
            String name = "test" + COUNTER.incrementAndGet();
            EmbeddedPostgres server = Server.INSTANCE.postgres;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                 Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return new DatabaseSettings("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
        }
    };

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** The settings of an empty database that nobody else uses. */
    public abstract DatabaseSettings fresh();

    public Database open() {
        return Database.open(fresh());
    }

    private enum Server {
        INSTANCE;

        private final EmbeddedPostgres postgres;

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException failure) {
                throw new IllegalStateException("the embedded PostgreSQL did not start", failure);
            }
        }
    }
}
