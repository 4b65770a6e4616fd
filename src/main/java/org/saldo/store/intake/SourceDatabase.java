package org.saldo.store.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.saldo.store.DatabaseSettings;

/** The ERP's database, from which the hub only reads. It need not be there when the hub starts. */
public final class SourceDatabase {

    private static final int PATIENCE_MILLIS = 10_000;

    private SourceDatabase() {
    }

    /** A pool of its connections; close it when it is no longer needed. */
    public static HikariDataSource open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("source");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setReadOnly(true);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Why it cannot be reached; empty when it answers. */
    public static Optional<String> fault(DatabaseSettings settings) {
        try (HikariDataSource pool = open(settings); Connection connection = pool.getConnection()) {
            return connection.isValid(PATIENCE_MILLIS / 1000) ? Optional.empty() : Optional.of("does not answer");
        } catch (SQLException | RuntimeException failure) {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return Optional.of(String.valueOf(root.getMessage()));
        }
    }
}
