package org.saldo.delivery.worklist;

import org.saldo.ledger.Words;

/** A decision that waits for a second person: {@code I-1017}, what it says, and who proposed it. */
public record WaitingInstruction(String label, Words words, String proposedBy) {
}
