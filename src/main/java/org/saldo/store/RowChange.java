package org.saldo.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A change of many rows of one table, each of which is found by its key and must still be as it was read: the columns
 * {@code set} get new values, or, when there are none, the row goes. PostgreSQL is given a page of changes by one statement.
 *
 * @param was the columns that must have the value that was read; no value counts as 0
 */
record RowChange(String table, String key, List<String> set, List<String> was) {

    private static final int AT_ONCE = 1000;

    /**
     * @param changes of each row the new values, the key, and the values that were read
     * @throws Conflict when a row is not as it was read; some may be changed then
     */
    void apply(Connection connection, List<Object[]> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        boolean together = connection.isWrapperFor(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(together ? sqlForMany() : sqlForOne())) {
            for (int from = 0; from < changes.size(); from += AT_ONCE) {
                List<Object[]> some = changes.subList(from, Math.min(from + AT_ONCE, changes.size()));
                int changed = together ? together(statement, some) : oneByOne(statement, some);
                if (changed != some.size()) {
                    throw new Conflict("what was open has changed meanwhile");
                }
            }
        }
    }

    private static int oneByOne(PreparedStatement statement, List<Object[]> changes) throws SQLException {
        for (Object[] change : changes) {
            for (int i = 0; i < change.length; i++) {
                statement.setObject(i + 1, change[i]);
            }
            statement.addBatch();
        }
        return IntStream.of(statement.executeBatch()).map(count -> count == 1 ? 1 : 0).sum();
    }

    private static int together(PreparedStatement statement, List<Object[]> changes) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < changes.get(0).length; i++) {
            int column = i;
            Object[] values = changes.stream().map(change -> change[column]).toArray();
            statement.setArray(i + 1, connection.createArrayOf(typeOf(values), values));
        }
        return statement.executeUpdate();
    }

    private static String typeOf(Object[] values) {
        return Stream.of(values).anyMatch(Long.class::isInstance) ? "bigint"
                : Stream.of(values).anyMatch(BigDecimal.class::isInstance) ? "numeric" : "varchar";
    }

    private String sqlForOne() {
        String where = " WHERE " + key + " = ?" + was.stream().map(column -> " AND COALESCE(" + column + ", 0) = ?")
                .collect(Collectors.joining());
        return set.isEmpty() ? "DELETE FROM " + table + where
                : "UPDATE " + table + " SET " + set.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                        + where;
    }

    private String sqlForMany() {
        String change = " unnest(" + Stream.concat(Stream.concat(set.stream(), Stream.of(key)), was.stream())
                .map(column -> "?").collect(Collectors.joining(", ")) + ") AS change("
                + Stream.of(set.stream().map(column -> "new_" + column), Stream.of("row_key"),
                        was.stream().map(column -> "old_" + column)).flatMap(names -> names).collect(Collectors.joining(", "))
                + ") WHERE " + key + " = row_key" + was.stream().map(column -> " AND COALESCE(" + column + ", 0) = old_" + column)
                .collect(Collectors.joining());
        return set.isEmpty() ? "DELETE FROM " + table + " USING" + change
                : "UPDATE " + table + " SET " + set.stream().map(column -> column + " = new_" + column)
                        .collect(Collectors.joining(", ")) + " FROM" + change;
    }
}
