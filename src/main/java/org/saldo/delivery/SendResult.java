package org.saldo.delivery;

/** What became of a mail on the wire, with the server's last words. */
public record SendResult(Outcome outcome, String reply) {

    /**
     * ACCEPTED: the server took it. TRY_AGAIN: it did not, for a reason that may pass. REFUSED: it will not (5xx).
     * IN_DOUBT: all of it was sent, and the connection ended before the answer came.
     */
    public enum Outcome { ACCEPTED, TRY_AGAIN, REFUSED, IN_DOUBT }
}
