package org.saldo.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * The discount that a notice offers for paying early where an item's own terms give none.
 *
 * @param daysBeforeDue so many days before its due date an item must be paid
 * @param segments      to whom it is offered; empty: to all
 * @param least         from which amount of an item on; a currency that is not here has no least
 */
public record EarlyOffer(BigDecimal percent, int daysBeforeDue, Set<String> segments, Map<Currency, Money> least) {

    /** @throws IllegalArgumentException when a number makes no sense */
    public EarlyOffer {
        segments = Set.copyOf(segments);
        least = Map.copyOf(least);
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.TEN) > 0 || daysBeforeDue < 1) {
            throw new IllegalArgumentException("offer: percent is over 0 and at most 10, days-before-due at least 1");
        }
    }

    /** What is offered for an item on a day; empty when its conditions do not hold, or the day has passed. */
    Optional<Incentives.Terms> on(Customer customer, Debt debt, LocalDate day) {
        LocalDate until = debt.due().minusDays(daysBeforeDue);
        Money lowest = least.getOrDefault(debt.amount().currency(), Money.zero(debt.amount().currency()));
        boolean meant = segments.isEmpty() || segments.contains(customer.segment());
        return meant && !until.isBefore(day) && debt.amount().compareTo(lowest) >= 0
                ? Optional.of(new Incentives.Terms(percent, until, true)) : Optional.empty();
    }
}
