package org.saldo.store.reconciliation;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.reconciliation.Item;
import org.saldo.store.Days;
import org.saldo.store.InList;

/**
 * The last day on which something that had settled an item was taken back. Settled from an earlier day, the item would be
 * settled twice as of the days between.
 */
final class ReopenedItems {

    private static final List<String> REVERSALS = List.of("allocation.item_id", "allocation.counter_item_id",
            "cancellation.item_id");

    private final Map<Long, LocalDate> days = new HashMap<>();

    /** All of which the ledger knows. */
    static ReopenedItems read(Connection connection) {
        ReopenedItems items = new ReopenedItems();
        for (String column : REVERSALS) {
            String table = column.substring(0, column.indexOf('.'));
            InList.pages(connection, "SELECT r.reverses, r." + column.substring(column.indexOf('.') + 1)
                    + ", r.effective_on FROM " + table + " r JOIN batch b ON b.batch_id = r.batch_id"
                    + " WHERE r.reverses > ? AND b.known_at IS NOT NULL ORDER BY r.reverses LIMIT ?", InList.PAGE, row -> {
                long item = row.getLong(2);
                if (!row.wasNull()) {
                    items.note(item, row.getObject(3, LocalDate.class));
                }
            });
        }
        return items;
    }

    void note(long item, LocalDate day) {
        days.merge(item, day, Days::later);
    }

    /** From when on what is open of the item now has been open. */
    LocalDate openSince(Item item) {
        LocalDate reopened = days.get(item.id());
        return reopened == null ? item.issued() : Days.later(reopened, item.issued());
    }
}
