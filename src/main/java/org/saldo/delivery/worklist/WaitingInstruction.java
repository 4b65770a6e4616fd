package org.saldo.delivery.worklist;

/** A decision that waits for a second person: {@code I-1017}, what it is in words, and who proposed it. */
public record WaitingInstruction(String label, String words, String proposedBy) {
}
