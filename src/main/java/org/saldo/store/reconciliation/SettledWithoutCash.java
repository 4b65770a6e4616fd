package org.saldo.store.reconciliation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.reconciliation.Item;

/** How items of one company were settled that nobody has paid: credited, written off, set off or cancelled. */
public final class SettledWithoutCash {

    private final Handle handle;
    private final String company;

    public SettledWithoutCash(Handle handle, String company) {
        this.handle = handle;
        this.company = company;
    }

    /** In words, such as {@code was credited with CN-3}; empty when cash had a part in it. */
    public Optional<String> of(Item item) {
        Set<String> how = new LinkedHashSet<>();
        BigDecimal[] sum = {BigDecimal.ZERO};
        handle.createQuery("""
                        SELECT a.kind, c.document_number, a.amount FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
                        LEFT JOIN document c ON c.item_id = a.counter_item_id
                        WHERE a.item_id = :item AND a.kind IN ('CREDIT_NOTE', 'WRITE_OFF', 'SETOFF') AND a.reverses IS NULL
                        AND b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM allocation r JOIN batch rb ON rb.batch_id = r.batch_id
                            WHERE r.reverses = a.allocation_id AND rb.known_at IS NOT NULL)
                        ORDER BY a.allocation_id""")
                .bind("item", item.id()).map((row, context) -> {
                    sum[0] = sum[0].add(row.getBigDecimal(3));
                    return how.add(switch (row.getString(1)) {
                        case "CREDIT_NOTE" -> "was credited with " + row.getString(2);
                        case "SETOFF" -> "was set off";
                        default -> "was written off";
                    });
                }).list();
        if (sum[0].compareTo(item.amount().toDecimal()) >= 0) {
            return Optional.of(String.join(" and ", how));
        }
        return handle.createQuery("""
                        SELECT c.effective_on FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE c.company = :company AND c.customer_id = :customer AND c.item_id = :item AND c.reverses IS NULL
                        AND b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM cancellation r JOIN batch rb ON rb.batch_id = r.batch_id
                            WHERE r.reverses = c.cancellation_id AND rb.known_at IS NOT NULL)
                        ORDER BY c.cancellation_id""")
                .bind("company", company).bind("customer", item.customer()).bind("item", item.id())
                .map((row, context) -> "was cancelled on " + row.getString(1)).findFirst();
    }
}
