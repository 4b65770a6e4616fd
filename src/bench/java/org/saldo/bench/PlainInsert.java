package org.saldo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The yardstick on HSQLDB: the rows that intake wrote, put into the same table of another database by a plain JDBC
 * batch of 1,000, with a commit every 10,000. Reading the rows is not timed.
 */
final class PlainInsert implements Yardstick {

    private static final int BATCH = 1_000;
    private static final int COMMIT = 10_000;

    @Override
    public void save(Connection connection, String table, Path file) throws SQLException, IOException {
        List<String> columns = columns(connection, table);
        String key = columns.get(0);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
             PreparedStatement page = connection.prepareStatement("SELECT * FROM " + table + " WHERE " + key
                     + " > ? ORDER BY " + key + " LIMIT " + COMMIT)) {
            long last = Long.MIN_VALUE;
            List<Object[]> rows;
            do {
                page.setLong(1, last);
                rows = rows(page, columns.size());
                out.writeInt(rows.size());
                for (Object[] row : rows) {
                    RowFile.write(out, row);
                    last = (Long) row[0];
                }
            } while (!rows.isEmpty());
        }
    }

    @Override
    public long load(Connection connection, String table, Path file, Stopwatch watch) throws Exception {
        List<String> columns = columns(connection, table);
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        long loaded = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
             PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int size = in.readInt(); size > 0; size = in.readInt()) {
                List<Object[]> rows = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    rows.add(RowFile.read(in, columns.size()));
                }
                watch.time(() -> insert(connection, insert, rows));
                loaded += size;
            }
        }
        return loaded;
    }

    private static void insert(Connection connection, PreparedStatement insert, List<Object[]> rows) throws SQLException {
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
        connection.commit();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i));
            }
            return columns;
        }
    }

    private static List<Object[]> rows(PreparedStatement page, int columns) throws SQLException {
        try (ResultSet result = page.executeQuery()) {
            List<Object[]> rows = new ArrayList<>();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = result.getObject(column + 1);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
