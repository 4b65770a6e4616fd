package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Words;
import org.saldo.store.CustomerRange;

/** The stops on reminders of one company that are in force on a day: not lifted, begun and not run out. */
public final class DunningBlocks {

    private static final String COLUMNS = "SELECT k.customer_id, k.item_id, k.reason, k.until_day, k.decided_by, k.kind FROM ";

    private static final String COUNTS = """
            b.known_at IS NOT NULL AND NOT (k.reverses IS NOT NULL) AND k.from_day <= :today
                AND (k.until_day IS NULL OR k.until_day >= :today) AND NOT EXISTS (
                    SELECT 1 FROM block l JOIN batch lb ON lb.batch_id = l.batch_id
                    WHERE l.reverses = k.block_id AND lb.known_at IS NOT NULL)
            """;

    public static final String IN_FORCE = COLUMNS + "block k JOIN batch b ON b.batch_id = k.batch_id"
            + " WHERE k.company = :company AND " + COUNTS;

    /** Found from what is open: of blocks of what is paid there are more every year. */
    private static final String OF_OPEN_ITEMS = COLUMNS + "open_item o JOIN block k ON k.item_id = o.item_id"
            + " JOIN batch b ON b.batch_id = k.batch_id"
            + " WHERE o.company = :company AND o.customer_id >= :first AND o.customer_id <= :last AND " + COUNTS;

    private static final String OF_EARLIER_VERSIONS = COLUMNS.replace("k.item_id", "o.item_id") + """
            open_item o JOIN document d ON d.item_id = o.item_id JOIN document p ON p.company = d.company
                AND p.document_number = d.document_number AND p.document_type = d.document_type
                AND p.instalment = d.instalment JOIN block k ON k.item_id = p.item_id JOIN batch b ON b.batch_id = k.batch_id
            WHERE o.company = :company AND o.customer_id >= :first AND o.customer_id <= :last
                AND d.version > 1 AND p.version < d.version AND\s""" + COUNTS;

    private final Handle handle;
    private final String company;
    private final LocalDate day;

    public DunningBlocks(Handle handle, String company, LocalDate day) {
        this.handle = handle;
        this.company = company;
        this.day = day;
    }

    private record Row(String customer, long item, Words words) {
    }

    public Optional<Words> ofCompany() {
        return rows(IN_FORCE + " AND k.customer_id IS NULL AND NOT (k.item_id IS NOT NULL)", List.of()).stream().map(Row::words)
                .findFirst();
    }

    /** By customer number, why nobody writes to it. */
    public Map<String, Words> ofCustomers(List<String> customers) {
        Map<String, Words> blocks = new HashMap<>();
        rows(IN_FORCE + " AND NOT (k.item_id IS NOT NULL) AND k.customer_id >= :first AND k.customer_id <= :last", customers)
                .forEach(row -> blocks.putIfAbsent(row.customer(), row.words()));
        return blocks;
    }

    /** By item, why nobody is reminded of it. */
    public Map<Long, Words> ofItems(List<String> customers) {
        return byItem(OF_OPEN_ITEMS, customers);
    }

    /** The same for open items that took the place of an earlier version of their document, by blocks of that one. */
    public Map<Long, Words> ofReplacedItems(List<String> customers) {
        return byItem(OF_EARLIER_VERSIONS, customers);
    }

    private Map<Long, Words> byItem(String sql, List<String> customers) {
        Map<Long, Words> blocks = new HashMap<>();
        rows(sql, customers).forEach(row -> blocks.putIfAbsent(row.item(), row.words()));
        return blocks;
    }

    private List<Row> rows(String sql, List<String> customers) {
        var query = handle.createQuery(sql + " ORDER BY k.block_id").bind("today", day);
        if (customers.isEmpty()) {
            query.bind("company", company);
        } else {
            CustomerRange.of(company, customers).bind(query);
        }
        return query.map((row, context) -> {
            LocalDate until = row.getObject(4, LocalDate.class);
            BlockKind kind = BlockKind.valueOf(row.getString(6));
            Words why = kind == BlockKind.OTHER ? Words.said(row.getString(3))
                    : Words.of(DunningWord.KIND_AND, Words.of(kind), row.getString(3));
            return new Row(row.getString(1), row.getLong(2), until == null
                    ? Words.of(DunningWord.BLOCKED_BY, why, row.getString(5))
                    : Words.of(DunningWord.BLOCKED_UNTIL, why, row.getString(5), until));
        }).list();
    }
}
