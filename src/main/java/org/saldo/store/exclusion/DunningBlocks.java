package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.BlockKind;
import org.saldo.store.CustomerRange;

/** The stops on reminders of one company that are in force on a day: not lifted, begun and not run out. */
public final class DunningBlocks {

    public static final String IN_FORCE = """
            SELECT k.customer_id, k.item_id, k.reason, k.until_day, k.decided_by, k.kind
            FROM block k JOIN batch b ON b.batch_id = k.batch_id
            WHERE b.known_at IS NOT NULL AND k.company = :company AND k.reverses IS NULL AND k.from_day <= :today
                AND (k.until_day IS NULL OR k.until_day >= :today) AND NOT EXISTS (
                    SELECT 1 FROM block l JOIN batch lb ON lb.batch_id = l.batch_id
                    WHERE l.reverses = k.block_id AND lb.known_at IS NOT NULL)
            """;

    private final Handle handle;
    private final String company;
    private final LocalDate day;

    public DunningBlocks(Handle handle, String company, LocalDate day) {
        this.handle = handle;
        this.company = company;
        this.day = day;
    }

    private record Row(String customer, long item, String words) {
    }

    public Optional<String> ofCompany() {
        return rows(" AND k.customer_id IS NULL AND k.item_id IS NULL", List.of()).stream().map(Row::words).findFirst();
    }

    /** By customer number, why nobody writes to it. */
    public Map<String, String> ofCustomers(List<String> customers) {
        Map<String, String> blocks = new HashMap<>();
        rows(" AND k.item_id IS NULL AND k.customer_id >= :first AND k.customer_id <= :last", customers)
                .forEach(row -> blocks.putIfAbsent(row.customer(), row.words()));
        return blocks;
    }

    /** By item, why nobody is reminded of it. */
    public Map<Long, String> ofItems(List<String> customers) {
        Map<Long, String> blocks = new HashMap<>();
        rows(" AND EXISTS (SELECT 1 FROM open_item o WHERE o.item_id = k.item_id AND o.company = :company"
                + " AND o.customer_id >= :first AND o.customer_id <= :last)", customers)
                .forEach(row -> blocks.putIfAbsent(row.item(), row.words()));
        return blocks;
    }

    private List<Row> rows(String which, List<String> customers) {
        var query = handle.createQuery(IN_FORCE + which + " ORDER BY k.block_id").bind("today", day);
        if (customers.isEmpty()) {
            query.bind("company", company);
        } else {
            CustomerRange.of(company, customers).bind(query);
        }
        return query.map((row, context) -> {
            LocalDate until = row.getObject(4, LocalDate.class);
            BlockKind kind = BlockKind.valueOf(row.getString(6));
            return new Row(row.getString(1), row.getLong(2), (kind == BlockKind.OTHER ? "" : kind.words() + ", ")
                    + row.getString(3) + " (" + row.getString(5) + (until == null ? ")" : ", until " + until + ")"));
        }).list();
    }
}
