package org.saldo.store.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;
import org.saldo.store.people.InstructionStore;

/** Whether somebody else has released what a person had proposed. */
record InstructionChecks(TableScan scan, Findings findings) {

    /** @param ends how instructions ended */
    void check(List<StoredRow> ends) {
        List<StoredRow> approved = ends.stream().filter(end -> end.text("outcome").equals(InstructionStore.APPROVED)).toList();
        Map<Long, StoredRow> proposed = new HashMap<>();
        scan.among(Table.INSTRUCTION, "instruction_id", approved.stream().map(end -> end.number("instruction_id")).toList())
                .forEach(row -> proposed.put(row.id(), row));
        for (StoredRow end : approved) {
            StoredRow instruction = proposed.get(end.number("instruction_id"));
            boolean byAnother = instruction != null
                    && !instruction.text("proposed_by").equalsIgnoreCase(end.text("decided_by"));
            findings.check(Promise.I22, byAnother, end, "was approved by %s, who %s", end.text("decided_by"),
                    instruction == null ? "proposed it nowhere" : "had proposed it");
        }
    }
}
