package org.saldo.delivery;

import java.util.List;

/** What became of a mail on the wire, with the server's last words, and the recipients that it would not take. */
public record SendResult(Outcome outcome, String reply, List<RefusedAddress> refused) {

    /**
     * ACCEPTED: the server took it. TRY_AGAIN: it did not, for a reason that may pass. REFUSED: it will not (5xx).
     * IN_DOUBT: all of it was sent, and the connection ended before the answer came.
     */
    public enum Outcome { ACCEPTED, TRY_AGAIN, REFUSED, IN_DOUBT }

    public SendResult {
        refused = List.copyOf(refused);
    }

    SendResult(Outcome outcome, String reply) {
        this(outcome, reply, List.of());
    }
}
