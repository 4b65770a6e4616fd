package org.saldo.store.explain;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;

/** What was charged for paying an item late, and what a document of interest is for, in words. */
final class ExplainCharges {

    private ExplainCharges() {
    }

    static List<ExplainedStep> steps(Handle handle, WorklistWording own, long item) {
        return handle.createQuery("""
                        SELECT i.*, b.known_at, d.document_number, x.document_number AS charged_by FROM interest_charge i
                            JOIN batch b ON b.batch_id = i.batch_id JOIN document d ON d.item_id = i.item_id
                            JOIN document x ON x.item_id = i.document_item_id
                        WHERE b.known_at IS NOT NULL AND (i.item_id = :item OR i.document_item_id = :item)
                        ORDER BY i.charge_id""")
                .bind("item", item)
                .map((row, context) -> {
                    String amount = own.money(row.getString("currency"), row.getBigDecimal("amount"));
                    String document = row.getString("document_number");
                    String by = row.getString("charged_by");
                    String what = switch (row.getString("kind")) {
                        case "INTEREST" -> own.of(LifeWord.INTEREST_CHARGED, amount, row.getString("first_day"),
                                row.getString("last_day"), document, by);
                        case "REMINDER_FEE" -> own.of(LifeWord.FEE_CHARGED, amount, row.getString("first_day"), document, by);
                        default -> own.of(LifeWord.LUMP_CHARGED, amount, document, by);
                    };
                    return ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("charge_id"), what,
                            own.of(LifeWord.LAW, row.getString("law")), own.by(row.getString("decided_by")),
                            own.line(ExplainWord.REASON, row.getString("reason")),
                            own.of(LifeWord.CALCULATION, row.getString("calculation").replaceAll("\\s*\\R\\s*", "; ")));
                }).list();
    }
}
