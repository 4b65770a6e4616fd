package org.saldo.delivery.worklist;

import org.saldo.ledger.Words;

/**
 * What became of one instruction.
 *
 * @param line    where it stands in the file
 * @param key     by what it is known: its id, or the key of its row
 * @param payment what it is about
 * @param words   what the instruction says
 * @param says    what came of it, or why not and what to do
 */
public record Answer(long line, String company, String key, String payment, Words words, State state, String says) {

    /** Carried out; kept until a second person approves it; known already, nothing was done; refused. */
    public enum State { DONE, WAITS, KNOWN, REFUSED }
}
