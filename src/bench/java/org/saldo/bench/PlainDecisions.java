package org.saldo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The yardstick of a whole run of cash application: the decisions and allocations that the hub wrote, and the same changes
 * of what is open, put into another database that has the same documents and receipts. Plain JDBC on every database, in
 * batches of 1,000, with a commit every 10,000. Nothing is read, decided, hashed or checked.
 */
final class PlainDecisions {

    private static final int BATCH = 1_000;
    private static final int COMMIT = 10_000;
    /** As they refer to each other. */
    private static final List<String> WRITTEN = List.of("decision", "allocation", "learned_payer");

    /** A projection: its key, and what a run may change in its rows. */
    private enum Projection {
        OPEN_ITEM("item_id", "open_amount"),
        OPEN_RECEIPT("receipt_id", "unapplied", "customer_id", "decision_id");

        private final String key;
        private final List<String> changing;

        Projection(String key, String... changing) {
            this.key = key;
            this.changing = List.of(changing);
        }

        private String select() {
            return "SELECT " + key + ", " + String.join(", ", changing) + " FROM " + name();
        }

        private String delete() {
            return "DELETE FROM " + name() + " WHERE " + key + " = ?";
        }

        private String update() {
            return "UPDATE " + name() + " SET " + String.join(" = ?, ", changing) + " = ? WHERE " + key + " = ?";
        }
    }

    private final Connection connection;
    private final Path work;

    /** @param connection without auto-commit */
    PlainDecisions(Connection connection, Path work) {
        this.connection = connection;
        this.work = work;
    }

    /** Writes into files what the hub has decided; not timed. */
    void save() throws SQLException, IOException {
        save("batch", "SELECT batch_id FROM batch WHERE kind = 'RECONCILIATION'");
        for (String table : WRITTEN) {
            save(table, "SELECT * FROM " + table);
        }
        for (Projection projection : Projection.values()) {
            save("after-" + projection, projection.select());
        }
    }

    /** Does the same here, and returns how many rows were added, changed and removed; only that is timed. */
    long load(Stopwatch watch) throws Exception {
        Timestamp now = Timestamp.from(Instant.EPOCH);
        apply("INSERT INTO batch (batch_id, kind, actor, business_day, started_at) VALUES (?, 'RECONCILIATION', 'rules', ?, ?)",
                read("batch").stream().map(row -> new Object[] {row[0], Date.valueOf("2026-12-31"), now}).toList());
        long rows = 0;
        for (String table : WRITTEN) {
            rows += insert(table, watch);
        }
        for (Projection projection : Projection.values()) {
            List<Object[]> updates = new ArrayList<>();
            List<Object[]> deletes = new ArrayList<>();
            compare(projection, updates, deletes);
            watch.time(() -> apply(projection.delete(), deletes));
            watch.time(() -> apply(projection.update(), updates));
            rows += deletes.size() + updates.size();
        }
        return rows;
    }

    private long insert(String table, Stopwatch watch) throws Exception {
        long rows = 0;
        try (DataInputStream in = open(table)) {
            int columns = in.readInt();
            if (columns == 0) {
                return 0;
            }
            String sql = "INSERT INTO " + table + " VALUES (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
            List<Object[]> some;
            do {
                some = read(in, columns, COMMIT);
                List<Object[]> page = some;
                watch.time(() -> apply(sql, page));
                rows += page.size();
            } while (some.size() == COMMIT);
        }
        return rows;
    }

    private void compare(Projection projection, List<Object[]> updates, List<Object[]> deletes) throws Exception {
        Map<Object, Object[]> after = new HashMap<>();
        read("after-" + projection).forEach(row -> after.put(row[0], row));
        each(projection.select(), before -> {
            Object[] now = after.get(before[0]);
            if (now == null) {
                deletes.add(new Object[] {before[0]});
            } else if (!Arrays.equals(before, now)) {
                Object[] change = new Object[now.length];
                System.arraycopy(now, 1, change, 0, now.length - 1);
                change[now.length - 1] = now[0];
                updates.add(change);
            }
        });
    }

    private void apply(String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (int i = 0; i < rows.size(); i++) {
                Object[] row = rows.get(i);
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
                if (++waiting == BATCH || i == rows.size() - 1) {
                    statement.executeBatch();
                    waiting = 0;
                }
                if ((i + 1) % COMMIT == 0) {
                    connection.commit();
                }
            }
        }
        connection.commit();
    }

    private interface RowUse {
        void take(Object[] row) throws IOException;
    }

    private void each(String sql, RowUse use) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(COMMIT);
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Object[] row = new Object[columns];
                    for (int column = 0; column < columns; column++) {
                        row[column] = result.getObject(column + 1);
                    }
                    use.take(row);
                }
            }
        }
    }

    private void save(String name, String sql) throws SQLException, IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(name))))) {
            int[] columns = new int[1];
            each(sql, row -> {
                if (columns[0] == 0) {
                    out.writeInt(row.length);
                    columns[0] = row.length;
                }
                RowFile.write(out, row);
            });
            if (columns[0] == 0) {
                out.writeInt(0);
            }
        }
    }

    private List<Object[]> read(String name) throws IOException {
        try (DataInputStream in = open(name)) {
            return read(in, in.readInt(), Integer.MAX_VALUE);
        }
    }

    private static List<Object[]> read(DataInputStream in, int columns, int most) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        try {
            while (columns > 0 && rows.size() < most) {
                rows.add(RowFile.read(in, columns));
            }
            return rows;
        } catch (EOFException end) {
            return rows;
        }
    }

    private DataInputStream open(String name) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file(name))));
    }

    private Path file(String name) {
        return work.resolve("decided-" + name + ".rows");
    }
}
