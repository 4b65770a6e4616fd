package org.saldo.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Rows on their way into the ledger, table by table, in the order in which they were added. */
public final class RowBuffer {

    private final long batchId;
    private final Map<Table, List<Object[]>> rows = new EnumMap<>(Table.class);
    private int size;

    public RowBuffer(long batchId) {
        this.batchId = batchId;
    }

    /** Adds a row: its id, then its values in the order of the table's columns after the batch id. */
    public void add(Table table, long rowId, Object... values) {
        if (values.length + 2 != table.columns().size()) {
            throw new StoreException(table + " has " + (table.columns().size() - 2) + " columns besides id and batch, got "
                    + values.length);
        }
        Object[] row = new Object[values.length + 2];
        row[0] = rowId;
        row[1] = batchId;
        System.arraycopy(values, 0, row, 2, values.length);
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        size++;
    }

    /** Adds a row that has its batch id already. */
    void addWhole(Table table, Object[] row) {
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        size++;
    }

    int size() {
        return size;
    }

    /** Table by table in the order in which the tables refer to each other. */
    public void forEachTable(BiConsumer<Table, List<Object[]>> action) {
        rows.forEach(action);
    }

    void addTo(BatchDigest digest) {
        rows.forEach((table, tableRows) -> tableRows.forEach(row -> digest.add(table, row)));
    }
}
