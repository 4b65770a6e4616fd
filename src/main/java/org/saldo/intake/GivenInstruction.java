package org.saldo.intake;

import java.util.Optional;
import org.saldo.delivery.worklist.WorklistKey;
import org.saldo.ledger.Instruction;

/**
 * An instruction as it stands in a row.
 *
 * @param company where payments and documents are looked for; empty in a worklist, where the key says it
 * @param key     by what it is known again: the instruction's id, or the key of the worklist's row
 * @param row     the row of the worklist that it answers; empty in other files
 */
public record GivenInstruction(String company, String key, Instruction instruction, String reason, Optional<WorklistKey> row) {
}
