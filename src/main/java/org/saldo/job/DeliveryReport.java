package org.saldo.job;

import java.util.List;
import java.util.Optional;

/**
 * What one run of the sender did. {@code recovered} were left by a sender that died and are in doubt now; {@code waiting}
 * is what waits at the end, due or not; {@code unreachable} says why the server could not be used, if it could not;
 * {@code elsewhere} says that another process is sending.
 */
public record DeliveryReport(int accepted, int postponed, int failed, int inDoubt, int recovered, List<Cancelled> cancelled,
        long waiting, Optional<String> unreachable, boolean elsewhere) {

    /** Another process is sending: nothing was done here. */
    static final DeliveryReport ELSEWHERE =
            new DeliveryReport(0, 0, 0, 0, 0, List.of(), 0, Optional.empty(), true);

    /** A mail that was not sent because what it says was no longer true. */
    public record Cancelled(long mailId, String customer, String reason) {
    }

    /** Whether a person should look: something failed, is in doubt, or the server is out of reach. */
    public boolean needsAttention() {
        return failed + inDoubt + recovered > 0 || unreachable.isPresent();
    }
}
