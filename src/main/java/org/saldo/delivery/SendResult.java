package org.saldo.delivery;

import java.util.List;

/**
 * What became of a mail on the wire, with the server's last words, and the recipients that it would not take.
 *
 * @param refused of the readers for whom the mail is
 * @param dropped of the copies: the mail went without them
 */
public record SendResult(Outcome outcome, String reply, List<RefusedAddress> refused, List<RefusedAddress> dropped) {

    /**
     * ACCEPTED: the server took it. TRY_AGAIN: it did not, for a reason that may pass. REFUSED: it will not (5xx).
     * IN_DOUBT: all of it was sent, and the connection ended before the answer came.
     */
    public enum Outcome { ACCEPTED, TRY_AGAIN, REFUSED, IN_DOUBT }

    public SendResult {
        refused = List.copyOf(refused);
        dropped = List.copyOf(dropped);
    }

    SendResult(Outcome outcome, String reply) {
        this(outcome, reply, List.of(), List.of());
    }

    /** The same, of a mail that went without these copies; the server's words tell of them. */
    SendResult without(List<RefusedAddress> copies) {
        StringBuilder words = new StringBuilder(reply);
        copies.forEach(copy -> words.append("; without the copy for ").append(copy.address()).append(": ").append(copy.reply()));
        return copies.isEmpty() ? this : new SendResult(outcome, words.toString(), refused, copies);
    }
}
