package org.saldo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The PostgreSQL of the tests, with a migrated database that others are copied from. What it holds need not last. */
final class PostgresServer {

    private static final String TEMPLATE = "migrated";

    private static final Map<String, String> FORGETFUL = Map.of("fsync", "off", "full_page_writes", "off",
            "synchronous_commit", "off", "wal_level", "minimal", "max_wal_senders", "0", "max_wal_size", "256MB",
            "autovacuum", "off");
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String FOLDER = "saldo-tests-";
    private static final long ROOM_BYTES_MIN = 3L << 30;
    private static final PostgresServer STARTED = new PostgresServer();

    private final EmbeddedPostgres server;

    private PostgresServer() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        inMemory().ifPresent(builder::setDataDirectory);
        FORGETFUL.forEach(builder::setServerConfig);
        try {
            server = builder.start();
        } catch (IOException failure) {
            throw new IllegalStateException("the embedded PostgreSQL did not start", failure);
        }
        execute("CREATE DATABASE " + TEMPLATE);
        Database.open(settings(TEMPLATE)).close();
    }

    /** A folder that is not on a disk: a database has hundreds of files. Empty where there is no such place with room. */
    private static Optional<Path> inMemory() {
        try {
            if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ROOM_BYTES_MIN) {
                return Optional.empty();
            }
            try (Stream<Path> folders = Files.list(MEMORY)) {
                for (Path left : folders.filter(PostgresServer::isOfADeadProcess).toList()) {
                    FileUtils.deleteQuietly(left.toFile());
                }
            }
            return Optional.of(MEMORY.resolve(FOLDER + ProcessHandle.current().pid()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOfADeadProcess(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(FOLDER + "\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(FOLDER.length()))).isEmpty();
    }

    private DatabaseSettings settings(String name) {
        return new DatabaseSettings("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
             Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static DatabaseSettings copy(String name) {
        STARTED.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY file_copy");
        return STARTED.settings(name);
    }

    static void drop(DatabaseSettings settings) {
        STARTED.execute("DROP DATABASE " + settings.url().substring(settings.url().lastIndexOf('/') + 1) + " WITH (FORCE)");
    }
}
