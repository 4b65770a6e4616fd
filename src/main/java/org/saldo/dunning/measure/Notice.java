package org.saldo.dunning.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.saldo.ledger.CustomerId;

/**
 * An item on the day on which its customer was first told of it at a level, or would have been were it not held out.
 *
 * @param paidOn the day on which all that was asked for it had come in as cash and stayed; empty while it has not
 */
public record Notice(CustomerId customer, Group group, int level, LocalDate day, Optional<LocalDate> paidOn) {

    /** Told on the day, or drawn by lot to be told later. */
    public enum Group { TOLD, HELD_OUT }

    /** Calendar days from the notice to the payment; what came before it and was known later counts as 0. */
    OptionalInt daysToPay() {
        return paidOn.map(paid -> OptionalInt.of((int) Math.max(0, ChronoUnit.DAYS.between(day, paid))))
                .orElse(OptionalInt.empty());
    }
}
