package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TableStatisticsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @Test
    void whatWasWrittenInBulkIsKnownToThePlannerAtOnce() {
        try (Database database = TestDatabase.POSTGRESQL.open()) {
            Ledger ledger = new Ledger(database, () -> Instant.parse("2026-10-31T09:00:00Z"));
            write(ledger, 9_999);
            assertThat(rowsThatThePlannerKnows(database)).isNotPositive();
            write(ledger, 1);
            assertThat(rowsThatThePlannerKnows(database)).isEqualTo(10_000);
            write(ledger, 11_999);
            assertThat(rowsThatThePlannerKnows(database)).as("a fifth more and ten thousand").isEqualTo(10_000);
            ledger.write(BatchKind.INTAKE, "test", DAY, batch -> batch.add(Table.REMITTANCE_LINE, line(-1)));
            assertThat(rowsThatThePlannerKnows(database)).isEqualTo(22_000);
        }
    }

    private static void write(Ledger ledger, int rows) {
        try (StagedBatch batch = ledger.stage(BatchKind.INTAKE, "test", DAY, "intake")) {
            RowBuffer buffer = batch.newRows();
            for (int i = 0; i < rows; i++) {
                buffer.add(Table.REMITTANCE_LINE, batch.nextRowId(), line(batch.nextRowId()));
            }
            assertThat(batch.tryWrite(buffer)).isTrue();
            batch.publish();
        }
    }

    private static Object[] line(long number) {
        return new Object[] {"main", "A" + number, "C-1", DAY, "EUR", "INV-1", 1, new BigDecimal("1.50"), null, "", "", "file:2",
            "hash"};
    }

    private static long rowsThatThePlannerKnows(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = 'remittance_line'").mapTo(Long.class).one());
    }
}
