package org.saldo.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;

/** Where a fresh database can be had: in a file, or in a PostgreSQL server that is started for the bench. */
interface Place extends AutoCloseable {

    DatabaseSettings fresh(String name, Path work);

    /** Processor seconds that a server of its own has used so far, with all its processes. */
    double serverCpuSeconds();

    /** Does at once what the database does by itself some minutes after much was written, outside of what is measured. */
    void settle(Database database);

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
            return new DatabaseSettings("jdbc:hsqldb:file:" + work.resolve(name).resolve("ledger")
                    + ";hsqldb.lock_file=false", "SA", "");
        }

        @Override
        public double serverCpuSeconds() {
            return 0;
        }

        @Override
        public void settle(Database database) {
            database.jdbi().useHandle(handle -> handle.execute("CHECKPOINT"));
        }

        @Override
        public void close() {
            // nothing runs
        }
    }

    /** PostgreSQL as it is shipped, in particular as durable: the embedded one is less so unless it is told. */
    final class Server implements Place {

        private static final double TICKS_A_SECOND = 100;

        private final EmbeddedPostgres postgres;
        private final ProcessHandle postmaster;

        Server() throws IOException, SQLException {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start();
            postmaster = postmaster(ask("SHOW data_directory"));
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
        public double serverCpuSeconds() {
            try (Stream<ProcessHandle> backends = postmaster.descendants()) {
                double ended = ticks(postmaster.pid(), 13, 14, 15, 16);
                return (ended + backends.mapToDouble(backend -> ticks(backend.pid(), 13, 14)).sum()) / TICKS_A_SECOND;
            }
        }

        @Override
        public void settle(Database database) {
            database.jdbi().useHandle(handle -> handle.execute("VACUUM (ANALYZE)"));
        }

        /** Fields of {@code /proc/PID/stat}: time of the process itself, and of its children that have ended. */
        private static double ticks(long pid, int... fields) {
            try {
                String[] stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat")).split(" ");
                return IntStream.of(fields).mapToDouble(field -> Double.parseDouble(stat[field])).sum();
            } catch (IOException ended) {
                return 0;
            }
        }

        private static ProcessHandle postmaster(String dataDirectory) throws IOException {
            String pid = Files.readAllLines(Path.of(dataDirectory, "postmaster.pid")).get(0).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
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
