package org.saldo.store.explain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.store.ExplainedStep;
import org.saldo.store.people.InstructionRow;
import org.saldo.store.people.InstructionStore;

/** The life of an instruction: who gave it, whether it had to wait, and what came of it. */
final class ExplainInstructions {

    private final Handle handle;
    private final Function<String, WorklistWording> words;

    ExplainInstructions(Handle handle, Function<String, WorklistWording> words) {
        this.words = words;
        this.handle = handle;
    }

    Optional<Explained> explain(long id) {
        return InstructionStore.find(handle, id).map(row -> {
            WorklistWording own = words.apply(row.company());
            List<ExplainedStep> steps = new ArrayList<>(List.of(ExplainedStep.of(knownAt("instruction", "instruction_id", id), id,
                    row.end().isEmpty() || !row.end().get().outcome().equals(InstructionStore.DONE)
                            ? own.of(ExplainWord.PROPOSED_TO_ANOTHER) : own.of(ExplainWord.GIVEN),
                    own.of(ExplainWord.BY, row.proposedBy()),
                    said(own, ExplainWord.GIVEN_AS, row.key()), said(own, ExplainWord.REASON, row.reason()))));
            row.end().ifPresent(end -> steps.add(ExplainedStep.of(knownAt("instruction_end", "instruction_id", id), id + 1,
                    ended(own, end), own.of(ExplainWord.BY, end.decidedBy()), said(own, ExplainWord.REASON, end.reason()),
                    said(own, ExplainWord.CAME_OF_IT, end.says()))));
            return new Explained(row.company(), own.of(ExplainWord.INSTRUCTION, row.label(), row.company()),
                    List.of(own.told(row.instruction().told())), steps,
                    List.of(row.end().map(end -> ended(own, end)).orElseGet(() -> own.of(ExplainWord.INSTRUCTION_WAITS))));
        });
    }

    private static String ended(WorklistWording own, InstructionRow.End end) {
        return own.of(ExplainWord.valueOf("INSTRUCTION_" + end.outcome()));
    }

    private static String said(WorklistWording own, ExplainWord word, String text) {
        return text.isBlank() ? "" : own.of(word, text.strip());
    }

    private Instant knownAt(String table, String key, long id) {
        return handle.createQuery("SELECT b.known_at FROM " + table + " t JOIN batch b ON b.batch_id = t.batch_id WHERE t." + key
                + " = :id").bind("id", id).mapTo(OffsetDateTime.class).one().toInstant();
    }
}
