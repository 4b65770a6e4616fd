package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every database must do for the ledger, run for real on HSQLDB and on PostgreSQL. */
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void theLedgerClockMovesOnEvenWhenTheWallClockStands(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            for (int i = 0; i < 3; i++) {
                ledger.write(BatchKind.INTAKE, "test", DAY, batch -> addControl(batch, "10.00"));
            }
            List<Instant> known = database.jdbi().withHandle(handle -> handle.createQuery(
                    "SELECT known_at FROM batch ORDER BY batch_id").mapTo(Instant.class).list());
            assertThat(known).hasSize(3).doesNotHaveDuplicates().isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchWithoutRowsLeavesNoTrace(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            Instant before = ledger.knownAt();
            ledger.write(BatchKind.PERSON, "test", DAY, batch -> { });
            assertThat(count(database, "batch")).isZero();
            assertThat(ledger.knownAt()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureInsideABatchWritesNothing(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            assertThatThrownBy(() -> ledger.write(BatchKind.PERSON, "test", DAY, batch -> {
                addControl(batch, "10.00");
                batch.flush();
                throw new IllegalStateException("no");
            })).isInstanceOf(IllegalStateException.class);
            assertThat(count(database, "batch") + count(database, "control_balance")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAbandonedBatchIsRemovedByTheNextHolderOfItsLease(TestDatabase kind) {
        try (Database database = kind.open(); Leases leases = new Leases(database, STOPPED, "me")) {
            Ledger ledger = new Ledger(database, STOPPED);
            StagedBatch abandoned = ledger.stage(BatchKind.INTAKE, "test", DAY, "intake");
            RowBuffer rows = abandoned.newRows();
            for (int i = 0; i < 500; i++) {
                rows.add(Table.CONTROL_BALANCE, abandoned.nextRowId(), control("1.00"));
            }
            assertThat(abandoned.tryWrite(rows)).isTrue();
            assertThat(leases.whileHolding("intake", () -> count(database, "control_balance"))).hasValue(0L);
            assertThat(count(database, "batch")).isZero();
            assertThatThrownBy(abandoned::publish).hasMessageContaining("another process took over");
            RowBuffer late = abandoned.newRows();
            addRemittance(late, abandoned, "A1");
            assertThatThrownBy(() -> abandoned.tryWrite(late)).hasMessageContaining("another process took over");
            assertThat(count(database, "remittance_line")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTakenKeyIsToldAndNothingOfThePageIsWritten(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            try (StagedBatch batch = ledger.stage(BatchKind.INTAKE, "test", DAY, "intake")) {
                RowBuffer first = batch.newRows();
                for (int i = 0; i < 300; i++) {
                    addRemittance(first, batch, "A" + i);
                }
                assertThat(batch.tryWrite(first)).isTrue();
                RowBuffer second = batch.newRows();
                for (int i = 299; i < 600; i++) {
                    addRemittance(second, batch, "A" + i);
                }
                assertThat(batch.tryWrite(second)).isFalse();
                assertThat(count(database, "remittance_line")).isEqualTo(300);
                batch.publish();
            }
            assertThat(count(database, "remittance_line")).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseIsHeldByOneProcessOnly(TestDatabase kind) {
        try (Database database = kind.open(); Leases mine = new Leases(database, STOPPED, "me");
             Leases yours = new Leases(database, STOPPED, "you")) {
            Optional<Optional<String>> result = mine.whileHolding("reconcile",
                    () -> yours.whileHolding("reconcile", () -> "both"));
            assertThat(result).hasValue(Optional.empty());
            assertThat(yours.whileHolding("reconcile", () -> "later")).hasValue("later");
        }
    }

    private static void addControl(Batch batch, String balance) {
        batch.add(Table.CONTROL_BALANCE, control(balance));
    }

    private static Object[] control(String balance) {
        return new Object[] {"main", DAY, "EUR", new BigDecimal(balance), "", "", "controls.csv:2", "hash"};
    }

    private static void addRemittance(RowBuffer rows, StagedBatch batch, String advice) {
        rows.add(Table.REMITTANCE_LINE, batch.nextRowId(), "main", advice, "C-1", DAY, "EUR", "INV\t1\\", 1,
                new BigDecimal("1.50"), null, "", "", "file:2", "hash");
    }

    private static long count(Database database, String table) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }
}
