package org.saldo.store.explain;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.PlainMoney;

/** What was charged for paying an item late, and what a document of interest is for, in words. */
final class ExplainCharges {

    private ExplainCharges() {
    }

    static List<ExplainedStep> steps(Handle handle, long item) {
        return handle.createQuery("""
                        SELECT i.*, b.known_at, d.document_number, x.document_number AS charged_by FROM interest_charge i
                            JOIN batch b ON b.batch_id = i.batch_id JOIN document d ON d.item_id = i.item_id
                            JOIN document x ON x.item_id = i.document_item_id
                        WHERE b.known_at IS NOT NULL AND (i.item_id = :item OR i.document_item_id = :item)
                        ORDER BY i.charge_id""")
                .bind("item", item)
                .map((row, context) -> {
                    boolean interest = row.getString("kind").equals("INTEREST");
                    String amount = PlainMoney.of(row.getString("currency"), row.getBigDecimal("amount"));
                    boolean fee = row.getString("kind").equals("REMINDER_FEE");
                    String what = (fee ? "fee of " + amount + " for the reminder of " + row.getString("first_day")
                            : interest ? "interest of " + amount + " for " + row.getString("first_day") + " to "
                            + row.getString("last_day") : "lump sum of " + amount) + " on " + row.getString("document_number")
                            + " charged by " + row.getString("charged_by");
                    return ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("charge_id"), what,
                            "law: " + row.getString("law"), "by: " + row.getString("decided_by"),
                            "reason: " + row.getString("reason"),
                            "calculation: " + row.getString("calculation").replaceAll("\\s*\\R\\s*", "; "));
                }).list();
    }
}
