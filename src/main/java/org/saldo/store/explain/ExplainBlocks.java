package org.saldo.store.explain;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.BlockKind;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;

/** Who stopped reminders, and who lifted that, in words. */
final class ExplainBlocks {

    private ExplainBlocks() {
    }

    /** Every stop for an item (not 0) or else a customer, and its lifting. */
    static List<ExplainedStep> steps(Handle handle, WorklistWording own, String company, Optional<String> customer,
            long itemId) {
        return handle.createQuery("""
                        SELECT k.*, b.known_at FROM block k JOIN batch b ON b.batch_id = k.batch_id
                        WHERE b.known_at IS NOT NULL AND k.company = :company
                        AND (k.item_id = :item OR (k.item_id IS NULL AND k.customer_id = :customer))""")
                .bind("company", company).bind("item", itemId).bind("customer", customer.orElse(""))
                .map((row, context) -> {
                    String from = row.getString("from_day");
                    String until = row.getString("until_day");
                    String label = "B-" + row.getLong("block_id");
                    String kind = own.told(BlockKind.valueOf(row.getString("kind")));
                    String what = row.getLong("reverses") != 0
                            ? own.of(LifeWord.BLOCK_LIFTED, "B-" + row.getLong("reverses"), from)
                            : until == null ? own.of(LifeWord.BLOCK, label, from, kind)
                            : own.of(LifeWord.BLOCK_UNTIL, label, from, until, kind);
                    return ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("block_id"), what,
                            own.by(row.getString("decided_by")), own.line(ExplainWord.REASON, row.getString("reason")));
                }).list();
    }
}
