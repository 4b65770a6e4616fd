package org.saldo.store.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.saldo.store.StoreException;

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
        Set<String> stored = tables(connection, meta);
        Map<String, List<BackupColumn>> columns = columns(connection, meta, stored);
        Map<String, BackupTable> tables = new TreeMap<>();
        Map<String, Set<String>> refersTo = new TreeMap<>();
        for (String table : stored) {
            String name = name(table);
            tables.put(name, new BackupTable(name, columns.get(table), key(connection, meta, table)));
            refersTo.put(name, new TreeSet<>());
        }
        if (connection.isWrapperFor(PGConnection.class)) {
            addReferred(connection, meta, null, refersTo);
        } else {
            for (String table : stored) {
                addReferred(connection, meta, table, refersTo);
            }
        }
        return inOrder(tables, refersTo);
    }

    private static String name(String stored) {
        return stored.toLowerCase(Locale.ROOT);
    }

    private static Set<String> tables(Connection connection, DatabaseMetaData meta) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet found = meta.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (!LEFT_OUT.contains(name(table))) {
                    tables.add(table);
                }
            }
        }
        return tables;
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

    /** By table, in their order; asked for once, since one table takes as long as all. */
    private static Map<String, List<BackupColumn>> columns(Connection connection, DatabaseMetaData meta,
                                                           Set<String> tables) throws SQLException {
        Map<String, List<BackupColumn>> columns = new TreeMap<>();
        try (ResultSet found = meta.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (tables.contains(table)) {
                    columns.computeIfAbsent(table, first -> new ArrayList<>()).add(new BackupColumn(
                            name(found.getString("COLUMN_NAME")),
                            BackupColumn.Kind.of(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME"))));
                }
            }
        }
        return columns;
    }

    private static String key(Connection connection, DatabaseMetaData meta, String table) throws SQLException {
        try (ResultSet found = meta.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            if (!found.next()) {
                throw new StoreException("table " + table + " has no primary key; a backup cannot page through it");
            }
            return found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        }
    }

    /** @param tableOrNull null asks PostgreSQL about all at once, which takes as long as one; HSQLDB refuses that */
    private static void addReferred(Connection connection, DatabaseMetaData meta, String tableOrNull,
                                    Map<String, Set<String>> refersTo) throws SQLException {
        try (ResultSet found = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), tableOrNull)) {
            while (found.next()) {
                String from = name(found.getString("FKTABLE_NAME"));
                String to = name(found.getString("PKTABLE_NAME"));
                if (!from.equals(to) && refersTo.containsKey(from)) {
                    refersTo.get(from).add(to);
                }
            }
        }
    }
}
