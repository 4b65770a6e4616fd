package org.saldo.store.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.store.RowDigest;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/** Finds the rows of a table that have the keys of a page: the latest row of each key. */
final class RowKeys {

    private static final char END_OF_VALUE = '\u001f';

    private final Table table;
    private final int[] keyPositions;
    private final int company;
    private final int lookup;
    private final String lookupColumn;

    RowKeys(Table table, List<String> keyColumns, String lookupColumn) {
        this.table = table;
        this.keyPositions = positions(table, keyColumns);
        this.company = table.columns().indexOf("company") - 2;
        this.lookup = table.columns().indexOf(lookupColumn) - 2;
        this.lookupColumn = lookupColumn;
    }

    /** Where columns stand among the values after id and batch. */
    static int[] positions(Table table, List<String> columns) {
        return columns.stream().mapToInt(column -> table.columns().indexOf(column) - 2).toArray();
    }

    String of(Object[] values) {
        StringBuilder key = new StringBuilder();
        for (int position : keyPositions) {
            RowDigest.appendCanonical(key, values[position]);
            key.append(END_OF_VALUE);
        }
        return key.toString();
    }

    /**
     * Published rows, and those of the batch {@code own}.
     *
     * @param atOnce how many keys the database looks up at once by an index
     */
    Map<String, KeptRow> find(Connection connection, int atOnce, long own, List<Object[]> page) {
        Map<String, KeptRow> found = new HashMap<>();
        Map<Object, Set<Object>> byCompany = page.stream().filter(Objects::nonNull).collect(Collectors.groupingBy(
                values -> values[company], Collectors.mapping(values -> values[lookup],
                        Collectors.toCollection(LinkedHashSet::new))));
        try (PreparedStatement statement = connection.prepareStatement(sql(atOnce))) {
            for (Map.Entry<Object, Set<Object>> ofCompany : byCompany.entrySet()) {
                List<Object> wanted = new ArrayList<>(ofCompany.getValue());
                for (int from = 0; from < wanted.size(); from += atOnce) {
                    statement.setObject(1, ofCompany.getKey());
                    statement.setLong(2, own);
                    for (int i = 0; i < atOnce; i++) {
                        statement.setObject(i + 3, wanted.get(Math.min(from + i, wanted.size() - 1)));
                    }
                    read(statement, found);
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("looking up keys of " + table.sqlName() + ": " + failure.getMessage(), failure);
        }
        return found;
    }

    private String sql(int atOnce) {
        return "SELECT " + KeptRow.columns(table, "t") + " FROM " + table.sqlName() + " t JOIN batch b"
                + " ON b.batch_id = t.batch_id WHERE t.company = ? AND (b.known_at IS NOT NULL OR b.batch_id = ?) AND t."
                + lookupColumn + (atOnce == 1 ? " = ?" : " IN (?" + ", ?".repeat(atOnce - 1) + ")")
                + " ORDER BY t." + table.key();
    }

    private void read(PreparedStatement statement, Map<String, KeptRow> found) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                KeptRow row = KeptRow.read(table, rows);
                found.put(of(row.values()), row);
            }
        }
    }
}
