package org.saldo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** The batches that count, with the instant from which they do. Held in memory: batches are few beside rows. */
public final class BatchesKnown {

    private final Map<Long, Instant> knownAt = new HashMap<>();
    private long unpublished;

    private BatchesKnown() {
    }

    public static BatchesKnown read(Connection connection) {
        return read(connection, Instant.MAX);
    }

    /** Those that were known at {@code until}. */
    public static BatchesKnown read(Connection connection, Instant until) {
        BatchesKnown batches = new BatchesKnown();
        try (PreparedStatement statement = connection.prepareStatement("SELECT batch_id, known_at FROM batch");
             ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                OffsetDateTime known = result.getObject(2, OffsetDateTime.class);
                if (known == null) {
                    batches.unpublished++;
                } else if (!known.toInstant().isAfter(until)) {
                    batches.knownAt.put(result.getLong(1), known.toInstant());
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the batches: " + failure.getMessage(), failure);
        }
        return batches;
    }

    public boolean counts(StoredRow row) {
        return knownAt.containsKey(row.batch());
    }

    /** When a row that counts became known. */
    public Instant knownAt(StoredRow row) {
        return knownAt.get(row.batch());
    }

    /** How many batches wait for being published. */
    public long unpublished() {
        return unpublished;
    }
}
