package org.saldo.store.backup;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.saldo.ledger.Refused;
import org.saldo.store.Database;
import org.saldo.store.ProjectionRebuild;
import org.saldo.store.StoreException;

/**
 * Fills an empty database from a {@link Backup}, of either kind of database. What is open is not believed but written
 * anew from the rows.
 */
public final class Restore {

    private static final int ROWS_AT_ONCE = 1000;
    private static final int ROWS_A_COMMIT = 10_000;
    /** Characters of rows that are not committed, of which a database may keep all: contents are long. */
    private static final long HELD_AT_MOST = 16L << 20;

    private final Database database;

    public Restore(Database database) {
        this.database = database;
    }

    /** How many rows the copy has, as its manifest says. */
    public long rowsToRestore(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return manifest(zip, file).entrySet().stream().filter(entry -> entry.getKey().startsWith("rows."))
                    .mapToLong(entry -> Long.parseLong(entry.getValue())).sum();
        } catch (IOException | NumberFormatException failure) {
            throw failed(file, failure);
        }
    }

    /**
     * Reads the copy into the database.
     *
     * @param progress        is told, every few thousand rows, how many are in the database
     * @throws Refused        when the database has entries, or the copy is of a newer schema
     * @throws StoreException when the copy is damaged or does not fit; the database must then be emptied again
     */
    public Backup.Copied from(Path file, LongConsumer progress) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Map<String, String> manifest = manifest(zip, file);
            Backup.Copied copied = database.jdbi().withHandle(handle ->
                    told(file, handle.getConnection(), zip, manifest, progress));
            new ProjectionRebuild(database).rebuild(gone -> progress.accept(copied.rows()));
            return copied;
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private Backup.Copied told(Path file, Connection connection, ZipFile zip, Map<String, String> manifest,
                               LongConsumer progress) {
        try {
            return fill(connection, zip, manifest, progress);
        } catch (IOException | SQLException failure) {
            throw failed(file, failure);
        }
    }

    private static StoreException failed(Path file, Exception failure) {
        return new StoreException(file + ": cannot be restored: " + failure.getMessage()
                + "; empty the database and try another copy", failure);
    }

    private static Map<String, String> manifest(ZipFile zip, Path file) throws IOException {
        Map<String, String> manifest = new TreeMap<>();
        ZipEntry entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null) {
            throw new Refused(file + ": is no backup of Saldo, or was cut off: it has no " + Backup.MANIFEST);
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(reader(zip, entry))) {
            rows.forEach(row -> manifest.put(row.getField(0), row.getField(1)));
        }
        return manifest;
    }

    private Backup.Copied fill(Connection connection, ZipFile zip, Map<String, String> manifest, LongConsumer progress)
            throws SQLException, IOException {
        String schema = Backup.schemaVersion(connection);
        if (!schema.equals(manifest.get("schema"))) {
            throw new Refused("the copy has schema " + manifest.get("schema") + ", this release " + schema
                    + "; restore it with the release that wrote it, then upgrade");
        }
        List<BackupTable> tables = BackupTable.of(connection);
        requireEmpty(connection);
        connection.setAutoCommit(false);
        long rows = 0;
        long highest = 0;
        for (BackupTable table : tables) {
            long before = rows;
            Loaded loaded = load(connection, table, zip, ofTable -> progress.accept(before + ofTable));
            if (!Long.toString(loaded.rows).equals(manifest.get("rows." + table.name()))) {
                throw new StoreException(table.name() + ": the copy has " + loaded.rows + " rows where its manifest says "
                        + manifest.get("rows." + table.name()) + "; it is damaged, take another one");
            }
            rows += loaded.rows;
            highest = Math.max(highest, loaded.highestId);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER SEQUENCE ledger_row_id RESTART WITH " + (highest / 1000 + 1) * 1000);
        }
        connection.commit();
        connection.setAutoCommit(true);
        String[] clock = Backup.clock(connection);
        return new Backup.Copied(rows, Instant.parse(clock[0]), clock[1]);
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM batch")) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new Refused("the database has entries; a copy is restored into an empty one only:"
                        + " name another data folder by --data, or another db.url");
            }
        }
    }

    private static Loaded load(Connection connection, BackupTable table, ZipFile zip, LongConsumer progress)
            throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(table.name() + ".csv");
        if (entry == null) {
            throw new StoreException(table.name() + ": is not in the copy; it is damaged, take another one");
        }
        try (Statement statement = connection.createStatement();
             CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader(zip, entry))) {
            statement.execute("DELETE FROM " + table.name());
            Iterator<CsvRecord> rows = csv.iterator();
            List<BackupColumn> columns = columns(table, rows.next().getFields());
            try (PreparedStatement insert = connection.prepareStatement(insertSql(table, columns))) {
                return insertAll(connection, insert, columns, rows, progress);
            }
        }
    }

    private static Loaded insertAll(Connection connection, PreparedStatement insert, List<BackupColumn> columns,
                                    Iterator<CsvRecord> rows, LongConsumer progress) throws SQLException {
        long count = 0;
        long highest = 0;
        long held = 0;
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).bind(insert, i + 1, row.getField(i));
                held += row.getField(i).length();
            }
            if (columns.get(0).kind() == BackupColumn.Kind.WHOLE) {
                highest = Math.max(highest, Long.parseLong(row.getField(0)));
            }
            insert.addBatch();
            count++;
            boolean pause = held > HELD_AT_MOST || !rows.hasNext();
            if (count % ROWS_AT_ONCE == 0 || pause) {
                insert.executeBatch();
                progress.accept(count);
            }
            if (count % ROWS_A_COMMIT == 0 || pause) {
                connection.commit();
                held = 0;
            }
        }
        return new Loaded(count, highest);
    }

    private static List<BackupColumn> columns(BackupTable table, List<String> names) {
        Map<String, BackupColumn> known = table.columns().stream()
                .collect(Collectors.toMap(BackupColumn::name, column -> column));
        List<BackupColumn> columns = new ArrayList<>();
        for (String name : names) {
            if (!known.containsKey(name)) {
                throw new StoreException(table.name() + "." + name + ": is not a column of this release");
            }
            columns.add(known.get(name));
        }
        return columns;
    }

    private static String insertSql(BackupTable table, List<BackupColumn> columns) {
        return "INSERT INTO " + table.name() + " ("
                + columns.stream().map(BackupColumn::name).collect(Collectors.joining(", ")) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private static Reader reader(ZipFile zip, ZipEntry entry) throws IOException {
        return new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8);
    }

    private record Loaded(long rows, long highestId) {
    }
}
