package org.saldo.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tables beside those of the ledger with the same columns, keys and indexes, but without foreign keys, into which its rows
 * are put once more, page by page: by plain JDBC in batches, with a commit a page.
 */
final class PlainTables {

    private static final int BATCH = 1_000;
    private static final String PREFIX = "plain_";

    private final Connection connection;
    private final List<String> tables;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    PlainTables(Connection connection, List<String> tables) throws SQLException {
        this.connection = connection;
        this.tables = tables;
        boolean file = connection.getMetaData().getURL().startsWith("jdbc:hsqldb:");
        for (String table : tables) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(file ? "CREATE CACHED TABLE " + PREFIX + table + " (LIKE " + table + ")"
                        : "CREATE TABLE " + PREFIX + table + " (LIKE " + table + " INCLUDING ALL)");
                if (file) {
                    for (String index : indexes(table)) {
                        statement.execute(index);
                    }
                }
            }
        }
        connection.setAutoCommit(false);
    }

    /** HSQLDB copies the columns of a table; its key and indexes are read from the catalogue. */
    private List<String> indexes(String table) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        Map<String, List<String>> named = new TreeMap<>();
        Map<String, Boolean> unique = new HashMap<>();
        try (ResultSet rows = catalogue.getIndexInfo(null, "PUBLIC", table.toUpperCase(Locale.ROOT), false, true)) {
            while (rows.next()) {
                named.computeIfAbsent(rows.getString("INDEX_NAME"), any -> new ArrayList<>()).add(rows.getString("COLUMN_NAME"));
                unique.put(rows.getString("INDEX_NAME"), !rows.getBoolean("NON_UNIQUE"));
            }
        }
        String key;
        try (ResultSet rows = catalogue.getPrimaryKeys(null, "PUBLIC", table.toUpperCase(Locale.ROOT))) {
            rows.next();
            key = rows.getString("COLUMN_NAME");
        }
        List<String> statements = new ArrayList<>(List.of("ALTER TABLE " + PREFIX + table + " ADD PRIMARY KEY (" + key + ")"));
        int count = 0;
        for (Map.Entry<String, List<String>> index : named.entrySet()) {
            boolean isKey = unique.get(index.getKey()) && index.getValue().equals(List.of(key));
            if (!isKey) {
                statements.add("CREATE " + (unique.get(index.getKey()) ? "UNIQUE " : "") + "INDEX " + PREFIX + table + "_"
                        + ++count + " ON " + PREFIX + table + " (" + String.join(", ", index.getValue()) + ")");
            }
        }
        return statements;
    }

    /** The next rows of a table of the ledger, in the order of its first column, which is its key and a number. */
    List<Object[]> next(String table, int most) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        String key = key(table);
        try (PreparedStatement page = connection.prepareStatement("SELECT * FROM " + table + " WHERE " + key
                + " > ? ORDER BY " + key + " LIMIT " + most)) {
            page.setLong(1, last.getOrDefault(table, Long.MIN_VALUE));
            try (ResultSet result = page.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                columns.put(table, width);
                while (result.next()) {
                    Object[] row = new Object[width];
                    for (int column = 0; column < width; column++) {
                        row[column] = result.getObject(column + 1);
                    }
                    rows.add(row);
                    last.put(table, result.getLong(key));
                }
            }
        }
        return rows;
    }

    private static String key(String table) {
        return switch (table) {
            case "content", "content_bytes" -> "content_id";
            case "mail_event" -> "event_id";
            case "reminder_token" -> "token_id";
            default -> table + "_id";
        };
    }

    /** Puts the rows into the plain tables and commits. */
    void insert(Map<String, List<Object[]>> rows) throws SQLException {
        for (String table : tables) {
            insert(table, rows.get(table));
        }
        connection.commit();
    }

    private void insert(String table, List<Object[]> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + PREFIX + table + " VALUES ("
                + String.join(", ", Collections.nCopies(columns.get(table), "?")) + ")")) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }
}
