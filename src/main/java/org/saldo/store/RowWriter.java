package org.saldo.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts rows into their tables by the fastest way that the database has, inside the caller's transaction. */
final class RowWriter {

    private static final int JDBC_BATCH = 1000;
    private static final int WORTH_A_COPY = 100;

    private RowWriter() {
    }

    static void write(Connection connection, Database database, RowBuffer buffer) {
        buffer.forEachTable((table, rows) -> {
            database.statistics().written(table, rows.size());
            try {
                if (database.dialect() == SqlDialect.POSTGRESQL && rows.size() >= WORTH_A_COPY) {
                    copy(connection, table, rows);
                } else {
                    insert(connection, table, rows);
                }
            } catch (SQLException | IOException failure) {
                throw new StoreException("writing " + rows.size() + " rows of " + table.sqlName() + ": "
                        + failure.getMessage(), failure);
            }
        });
    }

    private static void insert(Connection connection, Table table, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insertSql())) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, bindable(row[column]));
                }
                statement.addBatch();
                if (++waiting == JDBC_BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private static Object bindable(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static void copy(Connection connection, Table table, List<Object[]> rows) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table.sqlName() + " ("
                + String.join(", ", table.columns()) + ") FROM STDIN");
        try {
            StringBuilder text = new StringBuilder(1 << 16);
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    text.append(column == 0 ? "" : "\t");
                    appendCopyValue(text, row[column]);
                }
                text.append('\n');
                if (text.length() > 60_000) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void appendCopyValue(StringBuilder text, Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            appendEscaped(text, string);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else {
            text.append(value);
        }
    }

    private static void appendEscaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
