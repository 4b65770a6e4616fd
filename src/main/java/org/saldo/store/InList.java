package org.saldo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

/** Asks one question about many keys: {@code ... IN (<keys>) ...}, in chunks, so that one statement is prepared for all. */
final class InList {

    private static final int CHUNK = 250;
    private static final int SMALL_CHUNK = 10;

    /** What to do with each row. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private InList() {
    }

    /**
     * @param sql with {@code <keys>} once where the keys belong. The list should be the statement's only condition on an
     *            indexed column: HSQLDB takes an index on a column that equals something before it takes the list's
     */
    static void query(Connection connection, String sql, Collection<?> keys, RowReader reader) {
        Iterator<?> rest = keys.iterator();
        int left = keys.size();
        while (left > 0) {
            int chunk = left <= 5 * SMALL_CHUNK ? SMALL_CHUNK : CHUNK;
            left -= chunk;
            try (PreparedStatement statement = connection.prepareStatement(
                    sql.replace("<keys>", String.join(", ", Collections.nCopies(chunk, "?"))))) {
                Object key = null;
                for (int i = 1; i <= chunk; i++) {
                    key = rest.hasNext() ? rest.next() : key;
                    statement.setObject(i, key);
                }
                readAll(statement, reader);
            } catch (SQLException failure) {
                throw new StoreException("reading the ledger: " + failure.getMessage(), failure);
            }
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
