package org.saldo.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.RandomHistory;
import org.saldo.store.RowBuffer;
import org.saldo.store.Rows;
import org.saldo.store.StagedBatch;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.verify.VerifyStore;

class BackupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Instant NOW = Instant.parse("2026-10-31T09:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"HSQLDB, HSQLDB", "HSQLDB, POSTGRESQL", "POSTGRESQL, HSQLDB", "POSTGRESQL, POSTGRESQL"})
    void whatIsRestoredIsWhatWasThere(TestDatabase source, TestDatabase target) {
        Path file = folder.resolve("books.zip");
        try (Database from = source.open(); Database into = target.open()) {
            fill(from, 2501);
            AtomicLong told = new AtomicLong();
            Backup.Copied copied = new Backup(from).into(file, NOW, told::set);
            assertThat(told.getAndSet(0)).isEqualTo(copied.rows()).isEqualTo(new Restore(into).rowsToRestore(file));
            assertThat(new Restore(into).from(file, told::set)).isEqualTo(copied);
            assertThat(told.get()).isEqualTo(copied.rows());
            for (String table : List.of("batch", "control_balance", "content", "content_bytes", "ledger_clock",
                    "remittance_line")) {
                assertThat(rows(into, table)).as(table).isEqualTo(rows(from, table));
            }
            assertThat(copied.rows()).isGreaterThan(2501);
            new Ledger(into, InstantSource.fixed(NOW)).write(BatchKind.INTAKE, "test", DAY, batch -> control(batch, "7"));
            assertThat(count(into, "control_balance")).isEqualTo(count(from, "control_balance") + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotYetPublishedIsNotCopied(TestDatabase kind) {
        Path file = folder.resolve("books.zip");
        try (Database from = kind.open(); Database into = kind.open()) {
            fill(from, 3);
            Ledger ledger = new Ledger(from, InstantSource.fixed(NOW));
            StagedBatch staged = ledger.stage(BatchKind.INTAKE, "test", DAY, "intake");
            RowBuffer rows = staged.newRows();
            rows.add(Table.CONTROL_BALANCE, staged.nextRowId(), values("5.00"));
            assertThat(staged.tryWrite(rows)).isTrue();
            new Backup(from).into(file, NOW, copied -> { });
            new Restore(into).from(file, copied -> { });
            assertThat(count(into, "control_balance")).isEqualTo(count(from, "control_balance") - 1);
            assertThat(count(into, "batch")).isEqualTo(count(from, "batch") - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithEntriesIsNotOverwritten(TestDatabase kind) {
        Path file = folder.resolve("books.zip");
        try (Database from = kind.open()) {
            fill(from, 1);
            new Backup(from).into(file, NOW, rows -> { });
            assertThatThrownBy(() -> new Restore(from).from(file, rows -> { })).isInstanceOf(Refused.class)
                    .hasMessageContaining("the database has entries");
            assertThatThrownBy(() -> new Backup(from).into(file, NOW, rows -> { })).isInstanceOf(Refused.class)
                    .hasMessageContaining("is there already");
            assertThat(Files.exists(folder.resolve("books.zip.part"))).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenIsWrittenAnewFromTheRows(TestDatabase kind) {
        Path file = folder.resolve("books.zip");
        try (Database from = kind.open(); Database into = kind.open()) {
            Ledger ledger = new Ledger(from, InstantSource.fixed(NOW));
            RandomHistory history = new RandomHistory(new Random(5), ledger);
            for (int step = 0; step < 60; step++) {
                history.step();
            }
            List<String> items = open(from);
            from.jdbi().useHandle(handle -> handle.execute("UPDATE open_item SET open_amount = open_amount + 1"));
            from.jdbi().useHandle(handle -> handle.execute("DELETE FROM open_receipt"));
            assertThat(new VerifyStore(ledger).verify(rows -> { }).holds()).isFalse();
            new Backup(from).into(file, NOW, rows -> { });
            new Restore(into).from(file, rows -> { });
            assertThat(new VerifyStore(new Ledger(into, InstantSource.fixed(NOW))).verify(rows -> { }).holds()).isTrue();
            assertThat(open(into)).isEqualTo(items).isNotEmpty();
        }
    }

    private static List<String> open(Database database) {
        return Rows.texts(database, "SELECT CAST(item_id AS VARCHAR(20)) || '=' || CAST(open_amount AS VARCHAR(30))"
                + " FROM open_item ORDER BY item_id");
    }

    private static void fill(Database database, int lines) {
        Ledger ledger = new Ledger(database, InstantSource.fixed(NOW));
        ledger.write(BatchKind.INTAKE, "test", DAY, batch -> {
            control(batch, "-10.5");
            for (int i = 0; i < lines; i++) {
                batch.add(Table.REMITTANCE_LINE, "main", "A" + i, "C-1", DAY, "EUR", "\\N\n\"x\",", 1,
                        new BigDecimal("1.50"), null, "", "\\", "file:2", "hash");
            }
            Contents.putAll(batch, Map.of("abc", new byte[] {0, 1, -1}));
        });
    }

    private static void control(Batch batch, String balance) {
        batch.add(Table.CONTROL_BALANCE, values(balance));
    }

    private static Object[] values(String balance) {
        return new Object[] {"main", DAY, "EUR", new BigDecimal(balance), "", "", "controls.csv:2", "hash"};
    }

    private static List<Map<String, String>> rows(Database database, String table) {
        String key = Map.of("content", "sha256", "content_bytes", "content_id", "ledger_clock", "only_row", "batch", "batch_id",
                "control_balance", "control_id", "remittance_line", "line_id").get(table);
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT * FROM " + table + " ORDER BY " + key)
                .map((row, context) -> {
                    Map<String, String> values = new java.util.TreeMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String name = row.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT);
                        values.put(name, name.equals("bytes") ? java.util.Arrays.toString(row.getBytes(i))
                                : name.endsWith("_at") && row.getObject(i) != null
                                ? row.getObject(i, java.time.OffsetDateTime.class).toInstant().toString() : row.getString(i));
                    }
                    return values;
                }).list());
    }

    private static long count(Database database, String table) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }
}
