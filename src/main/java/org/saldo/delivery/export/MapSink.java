package org.saldo.delivery.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the rows of a small list as texts by column, in the order of the columns, as they would stand in a CSV file. */
public final class MapSink implements RowSink {

    private final List<String> columns;
    private final List<Map<String, String>> rows = new ArrayList<>();

    public MapSink(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public void row(Object... values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), PlainText.inSheet(values[i]));
        }
        rows.add(row);
    }

    public List<Map<String, String>> rows() {
        return rows;
    }

    @Override
    public void close() {
        // nothing to end: the rows stay
    }
}
