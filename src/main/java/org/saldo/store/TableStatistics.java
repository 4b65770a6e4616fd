package org.saldo.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * PostgreSQL plans by what it knows of its tables, and looks at new rows when it comes by, a minute later at the earliest
 * (routine-vacuuming, "Updating Planner Statistics"). Until then it takes a table of a million new rows for a small one and
 * goes through all of it for each customer. So whoever writes many rows has them looked at. HSQLDB plans without.
 */
final class TableStatistics {

    /** Fewer rows are quickly gone through. */
    private static final long WORTH_IT = 10_000;
    /** What a table has gained of its size before it is looked at again. */
    private static final double SHARE = 0.2;
    /** What is open, beside the table that it comes from. */
    private static final Map<Table, List<String>> ALSO = Map.of(Table.DOCUMENT, List.of("open_item"),
            Table.RECEIPT, List.of("open_receipt"));

    private final Jdbi jdbi;
    private final boolean wanted;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Table, Long> fresh = new EnumMap<>(Table.class);
    private final Map<Table, Long> known = new EnumMap<>(Table.class);

    TableStatistics(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.wanted = dialect == SqlDialect.POSTGRESQL;
    }

    /** Rows were written; it does not matter if they were taken back. */
    synchronized void written(Table table, int rows) {
        if (wanted) {
            fresh.merge(table, (long) rows, Long::sum);
        }
    }

    /** Looks at the tables that have gained much; outside of any transaction. */
    void renew() {
        List<Table> due = due();
        if (due.isEmpty() || !looking.tryLock()) {
            return;
        }
        try {
            due.forEach(table -> jdbi.useHandle(handle -> {
                handle.execute("ANALYZE " + table.sqlName());
                ALSO.getOrDefault(table, List.of()).forEach(projection -> handle.execute("ANALYZE " + projection));
            }));
            due.forEach(this::seen);
        } catch (JdbiException notNow) {
            // What was written stands; the next who writes tries again, and PostgreSQL looks by itself.
        } finally {
            looking.unlock();
        }
    }

    private synchronized List<Table> due() {
        return fresh.entrySet().stream()
                .filter(each -> each.getValue() >= WORTH_IT + (long) (SHARE * known.getOrDefault(each.getKey(), 0L)))
                .map(Map.Entry::getKey).toList();
    }

    private synchronized void seen(Table table) {
        known.merge(table, fresh.remove(table), Long::sum);
    }
}
