package org.saldo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.saldo.delivery.export.RowSink;

/**
 * One reading of the ledger: what counts at the end of a day, as known at an instant, of one company or all.
 * Tables are read a range of row ids at a time, so that memory does not grow with them. Every query may name
 * {@code :day}, {@code :knownAt} and {@code :company} (empty for all).
 */
public record LedgerRead(Handle handle, LocalDate day, Instant knownAt, String company) {

    private static final int ROWS_AT_ONCE = 2_000;

    /** Rows of a table: those with an id over {@code after} and up to {@code last}. */
    public record Range(long after, long last) {
    }

    /** What is done with one range of rows. */
    public interface RangeReader {
        void read(Range range);
    }

    /** What is done with one row of a result. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException, IOException;
    }

    public void ranges(Table table, RangeReader reader) {
        String sql = "SELECT MAX(id) FROM (SELECT %1$s AS id FROM %2$s WHERE %1$s > :after ORDER BY %1$s LIMIT %3$d) page"
                .formatted(table.key(), table.sqlName(), ROWS_AT_ONCE);
        long after = 0;
        while (true) {
            Long last = handle.createQuery(sql).bind("after", after).mapTo(Long.class).findOne().orElse(null);
            if (last == null) {
                return;
            }
            reader.read(new Range(after, last));
            after = last;
        }
    }

    public Query query(String sql) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("day", day).bind("knownAt", knownAt.atOffset(ZoneOffset.UTC)).bind("company", company);
    }

    public Query query(String sql, Range range) {
        return query(sql).bind("after", range.after()).bind("last", range.last());
    }

    public static void forEach(Query query, RowReader reader) {
        query.map((row, context) -> {
            try {
                reader.read(row);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return true;
        }).list();
    }

    /** The second column summed by the first, an id. */
    public void addUp(String sql, Range range, Map<Long, BigDecimal> sums) {
        forEach(query(sql, range), row -> sums.merge(row.getLong(1), row.getBigDecimal(2), BigDecimal::add));
    }

    public Map<Long, BigDecimal> addUp(String sql, Range range) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        addUp(sql, range, sums);
        return sums;
    }

    public static void put(RowSink sink, Object... values) {
        try {
            sink.row(values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
