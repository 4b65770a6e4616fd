package org.saldo.store.explain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.store.ExplainedStep;
import org.saldo.store.people.InstructionStore;

/** The life of an instruction: who gave it, whether it had to wait, and what came of it. */
final class ExplainInstructions {

    private final Handle handle;

    ExplainInstructions(Handle handle) {
        this.handle = handle;
    }

    Optional<Explained> explain(long id) {
        return InstructionStore.find(handle, id).map(row -> {
            List<ExplainedStep> steps = new ArrayList<>(List.of(ExplainedStep.of(knownAt("instruction", "instruction_id", id), id,
                    row.end().isEmpty() || !row.end().get().outcome().equals(InstructionStore.DONE)
                            ? "proposed; it takes a second person" : "given",
                    ExplainedStep.why("by", row.proposedBy()), ExplainedStep.why("given as", row.key()),
                    ExplainedStep.why("reason", row.reason()))));
            row.end().ifPresent(end -> steps.add(ExplainedStep.of(knownAt("instruction_end", "instruction_id", id), id + 1,
                    ExplainAllocations.words(end.outcome()), ExplainedStep.why("by", end.decidedBy()),
                    ExplainedStep.why("reason", end.reason()), ExplainedStep.why("came of it", end.says()))));
            return new Explained(row.company(), "Instruction " + row.label() + " (company " + row.company() + ")",
                    List.of(row.instruction().words()), steps,
                    List.of(row.end().map(end -> ExplainAllocations.words(end.outcome())).orElse("waits for a second person")));
        });
    }

    private Instant knownAt(String table, String key, long id) {
        return handle.createQuery("SELECT b.known_at FROM " + table + " t JOIN batch b ON b.batch_id = t.batch_id WHERE t." + key
                + " = :id").bind("id", id).mapTo(OffsetDateTime.class).one().toInstant();
    }
}
