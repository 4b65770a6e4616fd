package org.saldo.store.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.RandomHistory;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;

/** Whoever changes the database behind the books' back is found out, and the place is named. */
class TamperTest {

    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));
    private static final String COLUMNS_OF_DOCUMENT = String.join(", ", Table.DOCUMENT.columns());

    private static final String TAKEN_BACK_TOO_EARLY =
            "UPDATE allocation SET effective_on = effective_on - INTERVAL '400' DAY WHERE reverses IS NOT NULL";

    private record Tampering(Promise broken, String sql) {
    }

    private static final List<Tampering> TAMPERINGS = List.of(
            new Tampering(Promise.I2, "UPDATE document SET description = 'x' WHERE item_id = {document}"),
            new Tampering(Promise.I2, "UPDATE document SET due_date = due_date + INTERVAL '30' DAY WHERE item_id = {document}"),
            new Tampering(Promise.I2, "UPDATE receipt SET payer_name = 'Somebody' WHERE receipt_id = {receipt}"),
            new Tampering(Promise.I2, "UPDATE decision SET evidence = '' WHERE decision_id = {decision}"),
            new Tampering(Promise.I2, "UPDATE decision SET receipt_amount = receipt_amount + 1 WHERE decision_id = {decision}"),
            new Tampering(Promise.I7, "UPDATE decision SET receipt_amount = receipt_amount + 1 WHERE decision_id = {decision}"),
            new Tampering(Promise.I1, "UPDATE document SET amount = amount + 0.0001 WHERE item_id = {document}"),
            new Tampering(Promise.I2, "UPDATE allocation SET amount = amount + 1 WHERE allocation_id = {allocation}"),
            new Tampering(Promise.I11, "UPDATE allocation SET amount = amount + 1 WHERE allocation_id = {allocation}"),
            new Tampering(Promise.I2, "DELETE FROM cancellation WHERE reverses IS NOT NULL"),
            new Tampering(Promise.I12, "UPDATE allocation SET amount = amount - 1 WHERE reverses IS NOT NULL"),
            new Tampering(Promise.I5, TAKEN_BACK_TOO_EARLY),
            new Tampering(Promise.I4, TAKEN_BACK_TOO_EARLY),
            new Tampering(Promise.I6, "UPDATE allocation SET customer_id = 'C-9' WHERE allocation_id = {allocation}"),
            new Tampering(Promise.I16, "UPDATE decision SET rule = '' WHERE decision_id = {decision}"),
            new Tampering(Promise.I20, "UPDATE receipt SET posting_date = DATE '2020-01-01' WHERE receipt_id = {receipt}"),
            new Tampering(Promise.I5, "UPDATE open_item SET open_amount = open_amount + 1"),
            new Tampering(Promise.I4, "UPDATE open_receipt SET unapplied = unapplied + 1"),
            new Tampering(Promise.I11, "UPDATE open_receipt SET customer_id = 'C-9'"),
            new Tampering(Promise.I11, "DELETE FROM open_item"),
            new Tampering(Promise.I11, "INSERT INTO open_item SELECT -1, batch_id, company, customer_id, currency, credit,"
                    + " open_amount FROM open_item WHERE item_id = (SELECT MIN(item_id) FROM open_item)"),
            new Tampering(Promise.I2, "INSERT INTO document (" + COLUMNS_OF_DOCUMENT + ") SELECT "
                    + COLUMNS_OF_DOCUMENT.replaceFirst("item_id", "999999").replace("document_number,", "'SLIPPED IN',")
                    + " FROM document WHERE item_id = {document}"),
            new Tampering(Promise.I18, "UPDATE batch SET actor = 'somebody else' WHERE batch_id = {batch}"),
            new Tampering(Promise.I18, "UPDATE batch SET business_day = DATE '2020-01-01' WHERE batch_id = {batch}"),
            new Tampering(Promise.I18, "UPDATE batch SET known_at = TIMESTAMP '2000-01-01 00:00:00' WHERE batch_id = {batch}"),
            new Tampering(Promise.I18, "UPDATE batch SET content_hash = chain_hash WHERE batch_id = {batch}"),
            new Tampering(Promise.I18, "UPDATE batch SET known_at = NULL WHERE batch_id = {batch}"),
            new Tampering(Promise.I18, "UPDATE ledger_clock SET last_chain_hash = 'genesis'"));

    @ParameterizedTest
    @EnumSource
    void everyKindOfTamperingIsFound(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            history(ledger, 250);
            assertThat(verify(database, List.of()).holds()).isTrue();
            for (Tampering tampering : TAMPERINGS) {
                VerifyReport report = verify(database, List.of(tampering.sql));
                assertThat(report.of(tampering.broken).holds()).as(tampering.sql).isFalse();
                assertThat(report.of(tampering.broken).breaches()).as(tampering.sql).isNotEmpty();
            }
            assertThat(verify(database, List.of()).holds()).isTrue();
        }
    }

    @Test
    void theBatchThatWasChangedIsNamed() {
        try (Database database = TestDatabase.HSQLDB.open()) {
            history(new Ledger(database, STOPPED), 60);
            long batch = database.jdbi().withHandle(handle -> one(handle, "SELECT MAX(batch_id) FROM document"));
            VerifyReport report = verify(database, List.of("UPDATE document SET description = 'x' WHERE batch_id = " + batch));
            assertThat(report.of(Promise.I2).breached()).isEqualTo(1);
            assertThat(report.of(Promise.I2).breaches().get(0).toString()).startsWith("batch " + batch + " (PERSON by random")
                    .contains("look at 1 in document");
        }
    }

    @Test
    void lastBatchesThatWereCutOffAreMissed() {
        try (Database database = TestDatabase.HSQLDB.open()) {
            history(new Ledger(database, STOPPED), 60);
            long batch = database.jdbi().withHandle(handle -> one(handle, "SELECT MAX(batch_id) FROM batch"));
            List<String> cut = Stream.concat(Stream.of("ALLOCATION", "DECISION", "CANCELLATION", "OPEN_ITEM", "OPEN_RECEIPT",
                            "DOCUMENT", "RECEIPT").map(table -> "DELETE FROM " + table + " WHERE batch_id = " + batch),
                    Stream.of("DELETE FROM batch WHERE batch_id = " + batch)).toList();
            assertThat(verify(database, cut).of(Promise.I18).breaches().get(0).toString()).contains("were removed");
        }
    }

    @Test
    void aDecisionAboutAReceiptAndAnAllocationToADocumentThatAreNotThereAreTold() {
        try (Database database = TestDatabase.HSQLDB.open()) {
            history(new Ledger(database, STOPPED), 60);
            for (String lost : List.of("DELETE FROM receipt WHERE receipt_id = (SELECT MAX(receipt_id) FROM decision)",
                    "DELETE FROM document WHERE item_id = (SELECT MAX(item_id) FROM allocation)")) {
                assertThat(verify(database, List.of(lost)).of(Promise.I6).breaches().toString()).contains("that is not there");
            }
        }
    }

    @Test
    void aSecondItemForTheSameDocumentIsRefusedByTheDatabaseOrTheMissingKeyIsTold() {
        try (Database database = TestDatabase.HSQLDB.open()) {
            history(new Ledger(database, STOPPED), 60);
            String again = "INSERT INTO document (" + COLUMNS_OF_DOCUMENT + ") SELECT "
                    + COLUMNS_OF_DOCUMENT.replaceFirst("item_id", "999999") + " FROM document WHERE item_id = {document}";
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> verify(database, List.of(again))))
                    .isInstanceOf(UnableToExecuteStatementException.class);
            database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE document DROP CONSTRAINT document_once"));
            assertThat(new VerifyStore(new Ledger(database, STOPPED)).verify(rows -> { }).of(Promise.I3).breaches())
                    .singleElement().asString().contains("unique key");
        }
    }

    private static void history(Ledger ledger, int steps) {
        RandomHistory history = new RandomHistory(new Random(7), ledger);
        for (int step = 0; step < steps; step++) {
            history.step();
        }
    }

    /** What verify says after {@code sql}, which is taken back afterwards. */
    private static VerifyReport verify(Database database, List<String> sql) {
        List<VerifyReport> reports = new ArrayList<>();
        database.jdbi().useHandle(handle -> {
            handle.begin();
            try {
                sql.forEach(statement -> handle.execute(filled(handle, statement)));
                reports.add(new Verifier(handle, rows -> { }).verify(STOPPED.instant()));
            } finally {
                handle.rollback();
            }
        });
        return reports.get(0);
    }

    private static String filled(Handle handle, String sql) {
        return sql.replace("{document}", "" + one(handle, "SELECT MIN(item_id) FROM document"))
                .replace("{receipt}", "" + one(handle, "SELECT MIN(receipt_id) FROM receipt"))
                .replace("{decision}", "" + one(handle, "SELECT MIN(decision_id) FROM decision"))
                .replace("{allocation}", "" + one(handle, "SELECT MIN(allocation_id) FROM allocation"))
                .replace("{batch}", "" + one(handle, "SELECT MIN(batch_id) FROM batch"));
    }

    private static long one(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
