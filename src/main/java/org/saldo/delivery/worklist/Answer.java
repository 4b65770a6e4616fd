package org.saldo.delivery.worklist;

/**
 * What became of one instruction.
 *
 * @param line    where it stands in the file
 * @param key     by what it is known: its id, or the key of its row
 * @param payment what it is about
 * @param words   the instruction in words
 * @param says    what came of it, or why not and what to do
 */
public record Answer(long line, String company, String key, String payment, String words, State state, String says) {

    /** Carried out; kept until a second person approves it; known already, nothing was done; refused. */
    public enum State { DONE, WAITS, KNOWN, REFUSED }
}
