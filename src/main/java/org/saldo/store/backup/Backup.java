package org.saldo.store.backup;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.saldo.ledger.Refused;
import org.saldo.store.Database;
import org.saldo.store.StoreException;
import org.saldo.store.verify.VerifyStore;

/**
 * Copies the database while it is in use: all tables as they stand at one instant, without what is not yet published,
 * as CSV files in one zip beside a manifest. Either database can be restored from it.
 */
public final class Backup {

    static final String MANIFEST = "manifest.csv";
    private static final int PAGE = 2000;
    /** Rows that hold mails and statements, some of several megabytes. */
    private static final int PAGE_OF_CONTENTS = 20;

    private final Database database;

    public Backup(Database database) {
        this.database = database;
    }

    /** What was copied: rows in all, and the last link of the hash chain, by which copies can be told apart. */
    public record Copied(long rows, Instant knownAt, String chainHash) {
    }

    /** How many rows the ledger has; a copy has a few more, of what is no ledger row. */
    public long rowsToCopy() {
        return VerifyStore.rowsToRead(database);
    }

    /**
     * Writes the copy; it appears under its name when it is whole.
     *
     * @param progress is told, every few thousand rows, how many have been copied
     * @throws Refused when the file is there already
     */
    public Copied into(Path file, Instant now, LongConsumer progress) {
        if (Files.exists(file)) {
            throw new Refused(file + ": is there already; name another file");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            Copied copied = database.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ,
                    handle -> told(file, handle.getConnection(), out, now, progress));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return copied;
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private Copied told(Path file, Connection connection, OutputStream out, Instant now, LongConsumer progress) {
        try {
            return write(connection, out, now, progress);
        } catch (IOException | SQLException failure) {
            throw failed(file, failure);
        }
    }

    private static StoreException failed(Path file, Exception failure) {
        return new StoreException(file + ": the backup failed: " + failure.getMessage()
                + "; look for space and rights there", failure);
    }

    private Copied write(Connection connection, OutputStream out, Instant now, LongConsumer progress)
            throws SQLException, IOException {
        Map<String, String> manifest = new LinkedHashMap<>();
        manifest.put("format", "1");
        manifest.put("written_at", now.toString());
        manifest.put("schema", schemaVersion(connection));
        String[] clock = clock(connection);
        manifest.put("known_at", clock[0]);
        manifest.put("chain_hash", clock[1]);
        long rows = 0;
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            for (BackupTable table : BackupTable.of(connection)) {
                zip.putNextEntry(new ZipEntry(table.name() + ".csv"));
                long before = rows;
                long written = writeTable(connection, table, text, ofTable -> progress.accept(before + ofTable));
                text.flush();
                zip.closeEntry();
                manifest.put("rows." + table.name(), Long.toString(written));
                rows += written;
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            CsvWriter csv = CsvWriter.builder().build(text);
            manifest.forEach((key, value) -> csv.writeRecord(key, value));
            csv.flush();
            text.flush();
            zip.closeEntry();
        }
        return new Copied(rows, Instant.parse(clock[0]), clock[1]);
    }

    private static long writeTable(Connection connection, BackupTable table, Writer text, LongConsumer progress)
            throws SQLException, IOException {
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(table.columns().stream().map(BackupColumn::name).toList());
        Object after = null;
        long rows = 0;
        int page;
        do {
            page = 0;
            try (PreparedStatement statement = connection.prepareStatement(pageSql(table, after != null))) {
                if (after != null) {
                    statement.setObject(1, after);
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        csv.writeRecord(values(table, row));
                        after = row.getObject(table.key());
                        page++;
                    }
                }
            }
            rows += page;
            progress.accept(rows);
        } while (page == pageOf(table));
        csv.flush();
        return rows;
    }

    private static List<String> values(BackupTable table, ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(table.columns().get(i).text(row, i + 1));
        }
        return values;
    }

    private static String pageSql(BackupTable table, boolean onwards) {
        String published = !table.isOfBatches() ? "1 = 1" : table.name().equals("batch") ? "known_at IS NOT NULL"
                : "batch_id IN (SELECT batch_id FROM batch WHERE known_at IS NOT NULL)";
        return "SELECT " + table.columnNames() + " FROM " + table.name() + " WHERE " + published
                + (onwards ? " AND " + table.key() + " > ?" : "") + " ORDER BY " + table.key() + " LIMIT " + pageOf(table);
    }

    private static int pageOf(BackupTable table) {
        return table.name().equals("content_bytes") ? PAGE_OF_CONTENTS : PAGE;
    }

    static String[] clock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT last_known_at, last_chain_hash FROM ledger_clock"); ResultSet row = statement.executeQuery()) {
            row.next();
            return new String[] {row.getObject(1, OffsetDateTime.class).toInstant().toString(), row.getString(2)};
        }
    }

    static String schemaVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT MAX(\"version\") FROM \"flyway_schema_history\""); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
