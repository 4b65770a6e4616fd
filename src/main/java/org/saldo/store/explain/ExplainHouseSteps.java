package org.saldo.store.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.dunning.HouseStep;
import org.saldo.dunning.Step;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.LedgerRead;

/** The steps that were taken for a customer inside the house, and how they ended, in words. */
final class ExplainHouseSteps {

    private static final String STEPS = """
            SELECT h.house_step_id, h.kind, h.ladder, h.taken_on, b.known_at, e.outcome, e.reason, e.decided_by,
                eb.known_at AS ended_at, e.end_id FROM house_step h JOIN batch b ON b.batch_id = h.batch_id
                LEFT JOIN house_step_end e ON e.house_step_id = h.house_step_id
                LEFT JOIN batch eb ON eb.batch_id = e.batch_id
            WHERE b.known_at IS NOT NULL AND h.company = :company AND h.customer_id = :customer""";

    private ExplainHouseSteps() {
    }

    static List<ExplainedStep> steps(Handle handle, WorklistWording own, CustomerId customer) {
        List<ExplainedStep> steps = new ArrayList<>();
        LedgerRead.forEach(handle.createQuery(STEPS).bind("company", customer.company()).bind("customer", customer.number()),
                row -> {
                    long id = row.getLong("house_step_id");
                    String label = HouseStep.label(id);
                    steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), id, own.of(LifeWord.HOUSE_STEP, label,
                            row.getString("taken_on"), own.told(Step.Kind.valueOf(row.getString("kind")))),
                            own.of(LifeWord.LADDER, row.getString("ladder"))));
                    Instant ended = Columns.instant(row, "ended_at");
                    if (ended != null) {
                        steps.add(ExplainedStep.of(ended, row.getLong("end_id"), own.of(LifeWord.HOUSE_STEP_ENDED, label,
                                own.called("HOUSE_STEP", row.getString("outcome"))), own.by(row.getString("decided_by")),
                                own.line(ExplainWord.REASON, row.getString("reason"))));
                    }
                });
        return steps;
    }
}
