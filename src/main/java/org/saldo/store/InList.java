package org.saldo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;

/** Reads much with one prepared statement: about many keys, {@code ... IN (<keys>) ...} in chunks, or a table in pages. */
public final class InList {

    /** So many rows are read at once. */
    public static final int PAGE = 5000;

    private static final int CHUNK = 250;
    private static final int SMALL_CHUNK = 10;
    private static final int MOST_IN_SMALL_CHUNKS = 50;

    /** What to do with each row. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private InList() {
    }

    /**
     * @param sql with {@code <keys>} once where the keys belong. The list should be the statement's only condition on an
     *            indexed column: HSQLDB takes an index on a column that equals something before it takes the list's
     */
    public static void query(Connection connection, String sql, Collection<?> keys, RowReader reader) {
        List<?> all = List.copyOf(keys);
        int small = all.size() <= MOST_IN_SMALL_CHUNKS ? all.size() : all.size() % CHUNK;
        query(connection, sql, all.subList(0, all.size() - small), CHUNK, reader);
        query(connection, sql, all.subList(all.size() - small, all.size()), small > MOST_IN_SMALL_CHUNKS ? CHUNK : SMALL_CHUNK,
                reader);
    }

    /** In chunks of one size, the last filled up with its last key, so that the statement is prepared once. */
    private static void query(Connection connection, String sql, List<?> keys, int chunk, RowReader reader) {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                sql.replace("<keys>", String.join(", ", Collections.nCopies(chunk, "?"))))) {
            for (int from = 0; from < keys.size(); from += chunk) {
                for (int i = 0; i < chunk; i++) {
                    statement.setObject(i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
                }
                readAll(statement, reader);
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the ledger: " + failure.getMessage(), failure);
        }
    }

    /** Asks about each key beside one that is the same for all: two columns of one index. */
    public static void pairs(Connection connection, String sql, Object first, Collection<?> keys, RowReader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, first);
            for (Object key : keys) {
                statement.setObject(2, key);
                readAll(statement, reader);
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the ledger: " + failure.getMessage(), failure);
        }
    }

    /**
     * Reads a table from end to end without holding it: {@code sql} takes the last id read, which is its first column, and
     * the size of a page. PostgreSQL is asked for all of it by one cursor: for each page it may go through the whole table,
     * as long as it has no statistics of one that was just filled.
     */
    public static void pages(Connection connection, String sql, int size, RowReader reader) {
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                readByCursor(connection, sql, size, reader);
            } else {
                readPages(connection, sql, size, reader);
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the ledger: " + failure.getMessage(), failure);
        }
    }

    private static void readPages(Connection connection, String sql, int size, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long[] last = {0};
            int[] read = new int[1];
            do {
                statement.setLong(1, last[0]);
                statement.setInt(2, size);
                read[0] = 0;
                readAll(statement, row -> {
                    last[0] = row.getLong(1);
                    read[0]++;
                    reader.read(row);
                });
            } while (read[0] == size);
        }
    }

    /** A cursor lives in a transaction; one of its own ends with it. */
    private static void readByCursor(Connection connection, String sql, int size, RowReader reader) throws SQLException {
        boolean alone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(size);
            statement.setLong(1, 0);
            statement.setInt(2, Integer.MAX_VALUE);
            readAll(statement, reader);
        } finally {
            connection.setAutoCommit(alone);
        }
    }

    private static void readAll(PreparedStatement statement, RowReader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
