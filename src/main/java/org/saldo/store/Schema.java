package org.saldo.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the present schema. What the migrations were is kept as a hash in the database, so that one that is
 * up to date is opened without asking Flyway, which takes seconds to say so.
 */
final class Schema {

    /** The migrations, in their order. */
    static final List<String> MIGRATIONS = List.of("V001__ledger.sql", "V002__projections_and_outbox.sql",
            "V003__disputes.sql", "V004__answers.sql", "V005__seal.sql", "V006__month.sql", "V007__charges.sql",
            "V008__answer_page.sql", "V010__ladder.sql", "V011__reminder_run.sql", "V012__contacts.sql",
            "V013__held_out.sql", "V016__paper.sql", "V018__stops_and_addresses.sql", "V021__contested_lines.sql",
            "V022__statement_requests.sql", "V023__final_notice.sql", "V027__customer_addresses.sql",
            "V028__interim_statements.sql", "V029__letters_by_day.sql", "V030__reminder_fee.sql");

    private Schema() {
    }

    static void bring(DataSource pool, SqlDialect dialect) {
        String wanted = hash(dialect);
        if (mark(pool).filter(wanted::equals).isPresent()) {
            return;
        }
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:org/saldo/store")
                .sqlMigrationPrefix("V")
                .placeholders(dialect.migrationPlaceholders())
                .load()
                .migrate();
        mark(pool, wanted);
    }

    /** The hash of the schema that the database has; empty when it has none yet. */
    private static Optional<String> mark(DataSource pool) {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT content_hash FROM schema_mark")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException noSuchTable) {
            return Optional.empty();
        }
    }

    private static void mark(DataSource pool, String hash) {
        try (Connection connection = pool.getConnection();
             PreparedStatement update = connection.prepareStatement("UPDATE schema_mark SET content_hash = ?")) {
            update.setString(1, hash);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new StoreException("marking the schema: " + failure.getMessage(), failure);
        }
    }

    private static String hash(SqlDialect dialect) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String migration : MIGRATIONS) {
                try (InputStream text = Schema.class.getResourceAsStream(migration)) {
                    digest.update(text.readAllBytes());
                }
            }
            dialect.migrationPlaceholders().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> digest.update((entry.getKey() + "=" + entry.getValue() + "\n")
                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
