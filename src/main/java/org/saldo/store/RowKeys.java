package org.saldo.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds the rows of a table that have the keys of a page: the latest row of each key. */
final class RowKeys {

    private static final char END_OF_VALUE = '\u001f';
    private static final int LOOKED_UP_AT_ONCE = 500;

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

    /** Published rows, and those of the batch {@code own}. */
    Map<String, KeptRow> find(Handle handle, long own, List<Object[]> page) {
        Map<String, KeptRow> found = new HashMap<>();
        Map<Object, Set<Object>> byCompany = page.stream().filter(Objects::nonNull).collect(Collectors.groupingBy(
                values -> values[company], Collectors.mapping(values -> values[lookup],
                        Collectors.toCollection(LinkedHashSet::new))));
        byCompany.forEach((name, wanted) -> {
            List<Object> all = new ArrayList<>(wanted);
            for (int from = 0; from < all.size(); from += LOOKED_UP_AT_ONCE) {
                List<Object> some = all.subList(from, Math.min(all.size(), from + LOOKED_UP_AT_ONCE));
                find(handle, own, name, some, found);
            }
        });
        return found;
    }

    private void find(Handle handle, long own, Object name, List<Object> wanted, Map<String, KeptRow> found) {
        handle.createQuery("SELECT " + KeptRow.columns(table, "t") + " FROM " + table.sqlName() + " t JOIN batch b"
                        + " ON b.batch_id = t.batch_id WHERE t." + lookupColumn + " IN (<wanted>) AND t.company = :company"
                        + " AND (b.known_at IS NOT NULL OR b.batch_id = :own) ORDER BY t." + table.key())
                .bindList("wanted", wanted).bind("company", name).bind("own", own)
                .map((row, context) -> KeptRow.read(table, row))
                .forEach(stored -> found.put(of(stored.values()), stored));
    }
}
