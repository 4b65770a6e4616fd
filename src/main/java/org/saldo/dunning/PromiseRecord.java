package org.saldo.dunning;

import java.util.List;
import org.saldo.dunning.PaymentPromise.State;

/**
 * How a customer has kept its word: how many of its promises were kept, kept in part and broken, and how many it has
 * broken in a row up to now. Promises that are open or cancelled do not count.
 */
public record PromiseRecord(int kept, int partly, int broken, int brokenInARow) {

    public static final PromiseRecord NONE = new PromiseRecord(0, 0, 0, 0);

    /** @param states in the order in which the promises fell due */
    public static PromiseRecord of(List<State> states) {
        PromiseRecord sum = NONE;
        for (State state : states) {
            sum = sum.plus(state);
        }
        return sum;
    }

    private PromiseRecord plus(State state) {
        return switch (state) {
            case KEPT -> new PromiseRecord(kept + 1, partly, broken, 0);
            case PARTLY_KEPT -> new PromiseRecord(kept, partly + 1, broken, 0);
            case BROKEN -> new PromiseRecord(kept, partly, broken + 1, brokenInARow + 1);
            case OPEN, CANCELLED -> this;
        };
    }
}
