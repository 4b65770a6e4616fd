package org.saldo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The yardstick on PostgreSQL: the rows that intake wrote, as the server itself put them into text, copied into the
 * same table of another database 100,000 rows a transaction. Nothing is parsed, formatted or checked by the client.
 */
final class RawCopy implements Yardstick {

    private static final int ROWS = 100_000;

    @Override
    public void save(Connection connection, String table, Path file) throws SQLException, IOException {
        String key = key(connection, table);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            String where = "";
            long rows;
            do {
                String page = "SELECT * FROM " + table + where + " ORDER BY " + key + " LIMIT " + ROWS;
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                rows = connection.unwrap(PGConnection.class).getCopyAPI()
                        .copyOut("COPY (" + page + ") TO STDOUT", text);
                out.writeInt((int) rows);
                out.writeInt(text.size());
                text.writeTo(out);
                if (rows > 0) {
                    where = " WHERE " + key + " > " + last(connection, key, page);
                }
            } while (rows > 0);
        }
    }

    @Override
    public long load(Connection connection, String table, Path file, Stopwatch watch) throws Exception {
        long loaded = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int size = in.readInt(); size > 0; size = in.readInt()) {
                byte[] text = in.readNBytes(in.readInt());
                watch.time(() -> {
                    connection.unwrap(PGConnection.class).getCopyAPI()
                            .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(text), 1 << 16);
                    connection.commit();
                });
                loaded += size;
            }
        }
        return loaded;
    }

    private static String key(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            return none.getMetaData().getColumnName(1);
        }
    }

    private static long last(Connection connection, String key, String page) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT max(" + key + ") FROM (" + page + ") AS rows_of_page")) {
            row.next();
            return row.getLong(1);
        }
    }
}
