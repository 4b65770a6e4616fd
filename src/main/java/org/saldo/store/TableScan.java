package org.saldo.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads whole tables a page at a time, in the order of their ids, so that memory does not grow with the table. It reads
 * rows of unpublished batches too: the caller knows which batches count.
 */
public final class TableScan {

    public static final int PAGE = 5000;
    private static final int IDS_AT_ONCE = 500;

    private final Connection connection;

    public TableScan(Connection connection) {
        this.connection = connection;
    }

    /**
     * Page after page with the range of ids that it covers. The ranges join without a gap and end with the largest id,
     * so that what refers to no row at all falls into one of them; the last page may be empty.
     */
    public void pages(Table table, BiConsumer<IdRange, List<StoredRow>> action) {
        long after = Long.MIN_VALUE;
        while (after != Long.MAX_VALUE) {
            List<StoredRow> page = page(table, after);
            IdRange range = rangeOf(after, page);
            action.accept(range, page);
            after = range.upTo();
        }
    }

    /** The next rows with ids over {@code after}; fewer than a full page when it is the last. */
    List<StoredRow> page(Table table, long after) {
        return read(table, select(table) + " WHERE " + table.key() + " > ? ORDER BY " + table.key() + " LIMIT " + PAGE, after);
    }

    static IdRange rangeOf(long after, List<StoredRow> page) {
        return new IdRange(after, page.size() < PAGE ? Long.MAX_VALUE : page.get(page.size() - 1).id());
    }

    /** The rows whose {@code column} lies in the range; the column should have an index. In no order. */
    List<StoredRow> range(Table table, String column, IdRange range) {
        return read(table, select(table) + " WHERE " + column + " > ? AND " + column + " <= ?", range.after(), range.upTo());
    }

    /** The rows whose {@code column} is one of {@code ids}. In no order. */
    public List<StoredRow> among(Table table, String column, Collection<Long> ids) {
        List<StoredRow> rows = new ArrayList<>();
        List<Long> all = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE));
            rows.addAll(read(table, select(table) + " WHERE " + column + " IN (?" + ", ?".repeat(places(some) - 1) + ")",
                    filledUp(some)));
        }
        return rows;
    }

    /** Lists of few lengths, so that their statements come again. */
    private static int places(List<Long> ids) {
        return ids.size() == 1 ? 1 : Integer.highestOneBit(ids.size() - 1) * 2;
    }

    private static Object[] filledUp(List<Long> ids) {
        Object[] filled = Arrays.copyOf(ids.toArray(), places(ids), Object[].class);
        Arrays.fill(filled, ids.size(), filled.length, ids.get(0));
        return filled;
    }

    /** The rows for which {@code condition} holds. In no order. */
    public List<StoredRow> where(Table table, String condition, Object... arguments) {
        return read(table, select(table) + " WHERE " + condition, arguments);
    }

    private static String select(Table table) {
        return "SELECT " + String.join(", ", table.columns()) + " FROM " + table.sqlName();
    }

    private List<StoredRow> read(Table table, String sql, Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<StoredRow> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(new StoredRow(table, values(result, table.columns().size())));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new StoreException("reading " + table.sqlName() + ": " + failure.getMessage(), failure);
        }
    }

    private static Object[] values(ResultSet result, int columns) throws SQLException {
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            Object value = result.getObject(i + 1);
            if (value instanceof Date day) {
                values[i] = day.toLocalDate();
            } else if (value instanceof OffsetDateTime instant) {
                values[i] = instant.toInstant();
            } else if (value instanceof Timestamp instant) {
                values[i] = instant.toInstant();
            } else {
                values[i] = value;
            }
        }
        return values;
    }

    /** Ids over {@code after}, up to and with {@code upTo}. */
    public record IdRange(long after, long upTo) {
    }
}
