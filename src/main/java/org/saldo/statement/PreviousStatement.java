package org.saldo.statement;

import java.time.Instant;
import java.util.Objects;
import org.saldo.money.Money;

/** The last statement that the customer holds for an earlier month: where it ended, and what was known when it was made. */
public record PreviousStatement(StatementKey key, Money closing, Instant asKnownAt) {

    public PreviousStatement {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(closing, "closing");
        Objects.requireNonNull(asKnownAt, "as known at");
    }

    /** Whether {@code movement} stands on this statement or on one before it. */
    public boolean covers(Movement movement) {
        return !movement.effectiveOn().isAfter(key.cutOff()) && !movement.knownAt().isAfter(asKnownAt);
    }
}
