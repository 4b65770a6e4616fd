package org.saldo.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as a backup sees it: what the database itself says of its columns and keys, so that a table that is added to
 * the schema is in the next backup. {@code key} is the column of its primary key.
 */
record BackupTable(String name, List<BackupColumn> columns, String key) {

    /** Who works on what just now, and what the migration tool keeps for itself. */
    private static final Set<String> LEFT_OUT = Set.of("lease", "flyway_schema_history", "schema_mark");

    BackupTable {
        columns = List.copyOf(columns);
    }

    boolean isOfBatches() {
        return columns.stream().anyMatch(column -> column.name().equals("batch_id"));
    }

    String columnNames() {
        return columns.stream().map(BackupColumn::name).collect(Collectors.joining(", "));
    }

    /** All tables, each after those that it refers to. */
    static List<BackupTable> of(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        Map<String, BackupTable> tables = new TreeMap<>();
        Map<String, Set<String>> refersTo = new TreeMap<>();
        try (ResultSet found = meta.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String stored = found.getString("TABLE_NAME");
                String name = stored.toLowerCase(Locale.ROOT);
                if (!LEFT_OUT.contains(name)) {
                    tables.put(name, new BackupTable(name, columns(connection, meta, stored), key(connection, meta, stored)));
                    refersTo.put(name, referred(connection, meta, stored));
                }
            }
        }
        return inOrder(tables, refersTo);
    }

    private static List<BackupTable> inOrder(Map<String, BackupTable> tables, Map<String, Set<String>> refersTo) {
        List<BackupTable> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            tables.forEach((name, table) -> {
                if (!done.contains(name) && done.containsAll(refersTo.get(name))) {
                    ordered.add(table);
                    done.add(name);
                }
            });
            if (ordered.size() == before) {
                throw new StoreException("the tables refer to each other in a circle: " + tables.keySet());
            }
        }
        return ordered;
    }

    private static List<BackupColumn> columns(Connection connection, DatabaseMetaData meta, String table)
            throws SQLException {
        record At(int position, BackupColumn column) {
        }
        List<At> columns = new ArrayList<>();
        try (ResultSet found = meta.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (found.next()) {
                columns.add(new At(found.getInt("ORDINAL_POSITION"), new BackupColumn(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        BackupColumn.Kind.of(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME")))));
            }
        }
        return columns.stream().sorted(Comparator.comparingInt(At::position)).map(At::column).toList();
    }

    private static String key(Connection connection, DatabaseMetaData meta, String table) throws SQLException {
        try (ResultSet found = meta.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            if (!found.next()) {
                throw new StoreException("table " + table + " has no primary key; a backup cannot page through it");
            }
            return found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        }
    }

    private static Set<String> referred(Connection connection, DatabaseMetaData meta, String table) throws SQLException {
        Set<String> others = new TreeSet<>();
        try (ResultSet found = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                others.add(found.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        others.remove(table.toLowerCase(Locale.ROOT));
        return others;
    }
}
