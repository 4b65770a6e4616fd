package org.saldo.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.saldo.store.DatabaseSettings;

/** Where a fresh database can be had: in a file, or in a PostgreSQL server that is started for the bench. */
interface Place extends AutoCloseable {

    DatabaseSettings fresh(String name, Path work);

    @Override
    void close();

    static Place named(String kind) throws IOException, SQLException {
        return switch (kind) {
            case "hsqldb" -> new InFiles();
            case "postgresql" -> new Server();
            default -> throw new IllegalArgumentException("bench.databases: '" + kind + "' is neither hsqldb nor postgresql");
        };
    }

    /** HSQLDB with the settings of the product. */
    final class InFiles implements Place {

        @Override
        public DatabaseSettings fresh(String name, Path work) {
            return new DatabaseSettings("jdbc:hsqldb:file:" + work.resolve(name).resolve("ledger") + ";hsqldb.lock_file=false", "SA", "");
        }

        @Override
        public void close() {
            // nothing runs
        }
    }

    /** PostgreSQL as it is shipped, in particular as durable: the embedded one is less so unless it is told. */
    final class Server implements Place {

        private final EmbeddedPostgres postgres;

        Server() throws IOException, SQLException {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start();
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                String value = ask("SHOW " + setting);
                if (!value.equals("on")) {
                    throw new IllegalStateException(setting + " is " + value + "; the figures would flatter");
                }
            }
        }

        private String ask(String question) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                 Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
                answer.next();
                return answer.getString(1);
            }
        }

        @Override
        public DatabaseSettings fresh(String name, Path work) {
            String database = name.replace('-', '_');
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                 Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + database);
                statement.execute("CREATE DATABASE " + database);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return new DatabaseSettings("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database, "postgres",
                    "postgres");
        }

        @Override
        public void close() {
            try {
                postgres.close();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
