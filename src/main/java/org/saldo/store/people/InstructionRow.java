package org.saldo.store.people;

import java.time.Instant;
import java.util.Optional;
import org.saldo.ledger.Instruction;

/**
 * An instruction that is kept, and how it ended.
 *
 * @param key by what it is known when it comes in again; empty when it was given by command
 * @param contentHash of what was given, so that another content under the same key is seen
 * @param knownAt since when it is in the books
 * @param end empty while it waits for a second person
 */
public record InstructionRow(long id, String company, String key, Instruction instruction, String reason, String proposedBy,
                             String contentHash, Instant knownAt, Optional<End> end) {

    /** DONE (nobody else was needed), APPROVED or REFUSED; {@code says} is what came of it. */
    public record End(String outcome, String decidedBy, String reason, String says) {
    }

    /** How people name it. */
    public String label() {
        return "I-" + id;
    }
}
