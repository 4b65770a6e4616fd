package org.saldo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Tells by a row's batch since when it is known. A batch is looked up once, not for each of its rows as a join does it; what
 * is published stays published at its instant, so one of these may serve for as long as one likes.
 */
public final class KnownBatches {

    private static final String PUBLISHED = """
            SELECT b.batch_id, b.known_at FROM UNNEST(CAST(:batches AS BIGINT ARRAY)) AS n(batch_id)
            JOIN batch b ON b.batch_id = n.batch_id WHERE b.known_at IS NOT NULL""";

    private final Map<Long, Instant> publishedAt = new ConcurrentHashMap<>();

    /** Reads a row; what comes of it may depend on the instant at which it became known. */
    public interface Reader<T> {
        Function<Instant, T> read(ResultSet row) throws SQLException;
    }

    private record Read<T>(long batch, Function<Instant, T> row) {
    }

    /**
     * The rows that were known at an instant, in the order of the query.
     *
     * @param query whose first column is the row's batch
     */
    public <T> List<T> rows(Handle handle, Query query, Instant knownAt, Reader<T> reader) {
        List<Read<T>> all = query.map((row, context) -> new Read<>(row.getLong(1), reader.read(row))).list();
        look(handle, unseen(all));
        List<T> known = new ArrayList<>(all.size());
        long batch = 0;
        Instant at = null;
        for (Read<T> each : all) {
            if (each.batch() != batch) {
                batch = each.batch();
                at = publishedAt.get(batch);
            }
            if (at != null && !at.isAfter(knownAt)) {
                known.add(each.row().apply(at));
            }
        }
        return known;
    }

    /** Rows of one batch often follow each other. */
    private <T> List<Long> unseen(List<Read<T>> rows) {
        Set<Long> unseen = new TreeSet<>();
        long last = 0;
        for (Read<T> each : rows) {
            if (each.batch() != last && !publishedAt.containsKey(each.batch())) {
                unseen.add(each.batch());
            }
            last = each.batch();
        }
        return List.copyOf(unseen);
    }

    private void look(Handle handle, List<Long> batches) {
        if (!batches.isEmpty()) {
            handle.createQuery(PUBLISHED).bindArray("batches", Long.class, batches)
                    .map((row, context) -> publishedAt.put(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                    .list();
        }
    }
}
