package org.saldo.store.reconciliation;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.saldo.store.InList;
import org.saldo.store.Once;

/**
 * Receipts that wait, in pages, each read when it is asked for; those that others have decided or used meanwhile are left
 * out.
 */
public final class ReceiptPages implements Iterable<List<ReceiptRow>> {

    private static final int PAGE = 1000;

    private final Connection connection;
    private final String sql;
    private final ReceiptQueue receipts;
    private final Once once = new Once();

    /** @param sql {@link ReceiptRow#OPEN} or {@link ReceiptRow#AS_BOOKED} */
    public ReceiptPages(Connection connection, String sql, ReceiptQueue receipts) {
        this.connection = connection;
        this.sql = sql;
        this.receipts = receipts;
    }

    @Override
    public Iterator<List<ReceiptRow>> iterator() {
        return IntStream.range(0, (receipts.size() + PAGE - 1) / PAGE).mapToObj(page -> read(
                receipts.ids(page * PAGE, Math.min(receipts.size(), (page + 1) * PAGE)))).iterator();
    }

    private List<ReceiptRow> read(List<Long> page) {
        return read(connection, sql, page, once).stream()
                .filter(row -> row.isWhole() && isForRules(row)).toList();
    }

    /** The receipts with the decisions in force, in the order of the ids; those that are not there are left out. */
    public static List<ReceiptRow> read(Connection connection, String sql, List<Long> ids, Once once) {
        Map<Long, ReceiptRow> found = new HashMap<>();
        Map<Long, Long> decided = new HashMap<>();
        InList.query(connection, sql, ids, row -> {
            found.put(row.getLong(1), ReceiptRow.read(row, once));
            long decision = row.getLong(ReceiptRow.DECISION);
            if (!row.wasNull()) {
                decided.put(decision, row.getLong(1));
            }
        });
        InList.query(connection, ReceiptRow.EARLIER, decided.keySet(), row -> {
            long receipt = decided.get(row.getLong(1));
            found.put(receipt, found.get(receipt).decided(ReceiptRow.earlier(row)));
        });
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static boolean isForRules(ReceiptRow row) {
        return row.earlier().map(earlier -> WaitingReceipts.isForRules(earlier.decidedBy(), earlier.outcome())).orElse(true);
    }
}
