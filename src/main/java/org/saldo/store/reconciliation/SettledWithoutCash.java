package org.saldo.store.reconciliation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Words;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.Item;

/** How items of one company were settled that nobody has paid: credited, written off, set off or cancelled. */
public final class SettledWithoutCash {

    private final Handle handle;
    private final String company;

    public SettledWithoutCash(Handle handle, String company) {
        this.handle = handle;
        this.company = company;
    }

    /** In words, such as {@code INV-1 was credited with CN-3}; empty when cash had a part in it. */
    public Optional<Words> of(Item item) {
        Set<Words> how = new LinkedHashSet<>();
        BigDecimal[] sum = {BigDecimal.ZERO};
        handle.createQuery("""
                        SELECT a.kind, c.document_number, a.amount FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
                        LEFT JOIN document c ON c.item_id = a.counter_item_id
                        WHERE a.item_id = :item AND a.kind IN ('CREDIT_NOTE', 'WRITE_OFF', 'SETOFF')
                            AND NOT (a.reverses IS NOT NULL)
                        AND b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM allocation r JOIN batch rb ON rb.batch_id = r.batch_id
                            WHERE r.reverses = a.allocation_id AND rb.known_at IS NOT NULL)
                        ORDER BY a.allocation_id""")
                .bind("item", item.id()).map((row, context) -> {
                    sum[0] = sum[0].add(row.getBigDecimal(3));
                    return how.add(switch (row.getString(1)) {
                        case "CREDIT_NOTE" -> Words.of(EvidenceWord.CREDITED, item.label(), row.getString(2));
                        case "SETOFF" -> Words.of(EvidenceWord.SET_OFF, item.label());
                        default -> Words.of(EvidenceWord.WRITTEN_OFF, item.label());
                    });
                }).list();
        if (sum[0].compareTo(item.amount().toDecimal()) >= 0) {
            return how.stream().reduce(Words::and);
        }
        return handle.createQuery("""
                        SELECT c.effective_on FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE c.company = :company AND c.customer_id = :customer AND c.item_id = :item
                            AND NOT (c.reverses IS NOT NULL)
                        AND b.known_at IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM cancellation r JOIN batch rb ON rb.batch_id = r.batch_id
                            WHERE r.reverses = c.cancellation_id AND rb.known_at IS NOT NULL)
                        ORDER BY c.cancellation_id""")
                .bind("company", company).bind("customer", item.customer()).bind("item", item.id())
                .map((row, context) -> Words.of(EvidenceWord.CANCELLED, item.label(), row.getString(1))).findFirst();
    }
}
