package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Why a line differs; {@code reference} names the document, payment or account that explains it, and may be empty. */
public record Explanation(Why why, String reference, Optional<LocalDate> on) {

    static final Explanation NOTHING = of(Why.NOTHING);

    public Explanation {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(on, "on");
    }

    static Explanation of(Why why) {
        return new Explanation(why, "", Optional.empty());
    }

    static Explanation of(Why why, String reference) {
        return new Explanation(why, reference, Optional.empty());
    }

    static Explanation of(Why why, String reference, LocalDate on) {
        return new Explanation(why, reference, Optional.of(on));
    }
}
