package org.saldo.dunning;

import java.time.LocalDate;
import org.saldo.money.Money;

/**
 * A few days in which an amount of an item is not asked for, since its customer has answered and nobody has looked at it yet.
 * It is no promise and no dispute: it ends by itself.
 *
 * @param reply  the mail that answered
 * @param amount positive, at most what was open when it came
 * @param from   the first day, {@code until} the last one
 * @param says   what was answered, in words that can be read aloud
 */
public record Pause(long reply, long itemId, String document, Money amount, LocalDate from, LocalDate until, String says) {

    public Pause {
        if (!amount.isPositive() || until.isBefore(from)) {
            throw new IllegalArgumentException(document + ": a pause of " + amount + " from " + from + " until " + until);
        }
    }

    /** How people name the mail. */
    public String label() {
        return "R-" + reply;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
