package org.saldo.store.intake;

import java.sql.Date;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Companies;
import org.saldo.store.RowBuffer;
import org.saldo.store.StagedBatch;
import org.saldo.store.Table;

/**
 * What settled or voided a document for a while and was taken back on a later day. Once the document is cancelled from its
 * issue date on, nothing is there that it could have settled between: less than nothing would be open in those days. So each
 * taking back is dated back to the day of what it took back, by two rows more: the same once more from the later day on, and
 * its reversal from the earlier one on. Both are known since now, and the sums of all days before and after stay as they are.
 */
record UndoneSettlements(Companies companies, StagedBatch staged, Table table) {

    void dateBack(Handle handle, long item, RowBuffer rows) {
        List<KeptRow> settled = read(handle, item, "a");
        List<KeptRow> takenBack = read(handle, item, "r");
        for (int i = 0; i < settled.size(); i++) {
            long again = staged.nextRowId();
            rows.add(table, again, row(settled.get(i), takenBack.get(i), null));
            rows.add(table, staged.nextRowId(), row(takenBack.get(i), settled.get(i), again));
        }
    }

    /** One of the rows of each pair, in the order of what was taken back. */
    private List<KeptRow> read(Handle handle, long item, String alias) {
        String counter = table == Table.ALLOCATION ? " OR a.counter_item_id = :item" : "";
        return handle.createQuery("""
                        SELECT {columns} FROM {table} a
                        JOIN batch b ON b.batch_id = a.batch_id AND b.known_at IS NOT NULL
                        JOIN {table} r ON r.reverses = a.{key} AND r.effective_on > a.effective_on
                        JOIN batch rb ON rb.batch_id = r.batch_id AND rb.known_at IS NOT NULL
                        WHERE (a.item_id = :item{counter}) ORDER BY a.{key}"""
                        .replace("{columns}", KeptRow.columns(table, alias)).replace("{table}", table.sqlName())
                        .replace("{key}", table.key()).replace("{counter}", counter))
                .bind("item", item).map((row, context) -> KeptRow.read(table, row)).list();
    }

    /** A row as it stands, on the day of another. */
    private Object[] row(KeptRow as, KeptRow dayOf, Long reverses) {
        Object[] values = as.values().clone();
        Date day = (Date) dayOf.value(table, "effective_on");
        set(values, "effective_on", day);
        set(values, "posting_date", companies.get((String) as.value(table, "company")).postingDate(day.toLocalDate()));
        set(values, "reverses", reverses);
        return values;
    }

    private void set(Object[] values, String column, Object value) {
        values[table.columns().indexOf(column) - 2] = value;
    }
}
