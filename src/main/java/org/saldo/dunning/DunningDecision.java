package org.saldo.dunning;

import java.util.List;
import java.util.Optional;

/**
 * What was decided for one customer: a reminder, or reasons why there is none; in one currency one and in another the
 * other. {@code expired} are receipts that have waited for a decision so long that they no longer cover.
 */
public record DunningDecision(Optional<Reminder> reminder, List<Withheld> withheld, List<Cover> expired) {

    public DunningDecision {
        withheld = List.copyOf(withheld);
        expired = List.copyOf(expired);
    }
}
