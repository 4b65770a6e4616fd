package org.saldo.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * An open item that a customer owes, with its history of reminders. {@code due} is the day in force; {@code level} is the
 * highest that was said of it and reached the customer, or that it had at go-live; {@code blocked} is why nobody is to be
 * reminded of it.
 */
public record Debt(long itemId, String document, LocalDate issued, LocalDate due, Money amount, Money open, int level,
        Optional<String> blocked) {

    /** By due date, then number and id: money covers the oldest first. */
    static final Comparator<Debt> OLDEST_FIRST = Comparator.comparing(Debt::due).thenComparing(Debt::document)
            .thenComparing(Debt::itemId);

    public Debt {
        if (!open.isPositive() || open.compareTo(amount) > 0 || level < 0) {
            throw new IllegalArgumentException(document + ": open " + open + " of " + amount + " at level " + level);
        }
    }

    long daysOverdue(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(due, day));
    }
}
