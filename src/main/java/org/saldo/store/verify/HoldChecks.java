package org.saldo.store.verify;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.credit.HoldStep;
import org.saldo.store.LedgerRead;

/** Whether the steps of every credit hold follow each other: nothing is held or released that was not asked for. */
record HoldChecks(Handle handle, Findings findings) {

    private record Last(int turn, HoldStep step) {
    }

    void check() {
        Map<String, Last> lasts = new HashMap<>();
        LedgerRead.forEach(handle.createQuery("SELECT s.* FROM credit_hold_step s JOIN batch b ON b.batch_id = s.batch_id"
                + " WHERE b.known_at IS NOT NULL ORDER BY s.company, s.customer_id, s.turn"), row -> {
            HoldStep step = HoldStep.valueOf(row.getString("step"));
            Last before = lasts.getOrDefault(row.getString("company") + '\0' + row.getString("customer_id"), new Last(0, null));
            String where = "credit_hold_step " + row.getLong("step_id");
            findings.check(Promise.I32, row.getInt("turn") == before.turn() + 1 && step.mayFollow(before.step()), where,
                    "%s as turn %d follows %s", step, row.getInt("turn"), before);
            findings.check(Promise.I32, step.isRequest() || !row.getString("decided_by").equals("rules"), where,
                    "%s is not what the ERP or a person said", step);
            lasts.put(row.getString("company") + '\0' + row.getString("customer_id"), new Last(row.getInt("turn"), step));
        });
    }
}
