package org.saldo.store.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.store.BatchDigest;
import org.saldo.store.RowDigest;
import org.saldo.store.StoreException;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/**
 * Recomputes the fingerprint of every published batch from its rows, and the chain over all batches. Memory grows with
 * the number of batches, not of rows.
 */
final class ChainCheck {

    private static final String GENESIS = "genesis";

    private final Connection connection;
    private final Findings findings;
    private final Map<Long, Rows> batches = new HashMap<>();
    private final List<Rows> open = new ArrayList<>();
    private String head = GENESIS;

    ChainCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** What has been seen of a batch's rows. */
    private static final class Rows {
        private final List<TableSum> sums = new ArrayList<>(2);
        private RowDigest digest;
    }

    private record TableSum(Table table, long rows, String hex) {
    }

    /** How many rows of {@code table} the batch holds, once the table has been read. */
    long rows(long batch, Table table) {
        return rowsOf(batch).sums.stream().filter(sum -> sum.table == table).mapToLong(TableSum::rows).sum();
    }

    /** Adds a row of a published batch, of the table that is being read; each table's rows come in the order of their ids. */
    void add(StoredRow row) {
        Rows batch = rowsOf(row.batch());
        if (batch.digest == null) {
            batch.digest = new RowDigest();
            open.add(batch);
        }
        batch.digest.add(row.values());
    }

    void endOf(Table table) {
        for (Rows batch : open) {
            batch.sums.add(new TableSum(table, batch.digest.rows(), batch.digest.hex()));
            batch.digest = null;
        }
        open.clear();
    }

    /** Goes along the chain from its beginning to the ledger clock, after all tables have been read. */
    void followChain() {
        query("""
                SELECT batch_id, kind, actor, business_day, known_at, row_count, content_hash, chain_hash FROM batch
                WHERE known_at IS NOT NULL ORDER BY known_at""", this::checkBatch);
        query("SELECT last_chain_hash FROM ledger_clock", row -> {
            findings.check(Promise.I18, head.equals(row.getString(1)), "ledger_clock",
                    "the chain of the batches that are there ends in %s, the ledger clock has %s: the last batches were"
                            + " removed, or a batch was added behind the books' back", head, row.getString(1));
        });
        for (Table table : Table.values()) {
            query("SELECT COUNT(*), MIN(batch_id) FROM " + table.sqlName() + " t WHERE NOT EXISTS (SELECT 1 FROM batch b"
                    + " WHERE b.batch_id = t.batch_id)", row -> findings.check(Promise.I18, row.getLong(1) == 0,
                    table.sqlName(), "%d rows name a batch that is not there, such as %d: they count for nothing, and came in"
                            + " behind the books' back or from a process that had lost its lease",
                    row.getLong(1), row.getLong(2)));
        }
    }

    String head() {
        return head;
    }

    private void checkBatch(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String actor = row.getString(3);
        Instant knownAt = row.getObject(5, OffsetDateTime.class).toInstant();
        String where = "batch %d (%s by %s, known at %s)".formatted(id, row.getString(2), actor, knownAt);
        Rows batch = rowsOf(id);
        long rows = batch.sums.stream().mapToLong(TableSum::rows).sum();
        String content = contentHash(batch);
        findings.check(Promise.I2, rows == row.getLong(6), where, "%d rows are there, %d were published: rows were %s; %s",
                rows, row.getLong(6), rows < row.getLong(6) ? "removed" : "added", tables(batch));
        findings.check(Promise.I2, content.equals(row.getString(7)), where,
                "its rows are not those that were published: %s", tables(batch));
        findings.check(Promise.I18, actor != null && !actor.isBlank(), where, "it names no actor");
        String link = BatchDigest.link(head, id, row.getString(2), String.valueOf(actor),
                row.getObject(4, LocalDate.class), knownAt, String.valueOf(row.getString(7)));
        findings.check(Promise.I18, link.equals(row.getString(8)), where,
                "its link does not follow from the batch before it: this batch was changed, or one before it was removed,"
                        + " added or moved");
        head = row.getString(8);
    }

    private Rows rowsOf(long batch) {
        return batches.computeIfAbsent(batch, any -> new Rows());
    }

    private static String contentHash(Rows batch) {
        StringBuilder text = new StringBuilder();
        batch.sums.stream().sorted(Comparator.comparing(TableSum::table))
                .forEach(sum -> BatchDigest.append(text, sum.table, sum.rows, sum.hex));
        return RowDigest.sha256Hex(text.toString());
    }

    private static String tables(Rows batch) {
        return "look at " + (batch.sums.isEmpty() ? "the batch, which has no rows" : String.join(", ",
                batch.sums.stream().map(sum -> sum.rows + " in " + sum.table.sqlName()).toList()));
    }

    private void query(String sql, RowAction action) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(TableScan.PAGE);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    action.accept(result);
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the batches: " + failure.getMessage(), failure);
        }
    }

    private interface RowAction {
        void accept(ResultSet row) throws SQLException;
    }
}
