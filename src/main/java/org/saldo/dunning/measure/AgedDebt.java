package org.saldo.dunning.measure;

import java.time.LocalDate;
import java.util.List;
import org.saldo.money.Money;

/**
 * An invoice over time.
 *
 * @param openAtStart what was open when it came into the ledger, positive
 * @param settled     in any order; what was taken back is negative
 */
public record AgedDebt(LocalDate due, Money openAtStart, List<Settled> settled) {

    /** @param cash whether money came in for it, rather than a credit note, a write-off and the like */
    public record Settled(LocalDate day, Money amount, boolean cash) {
    }

    public AgedDebt {
        settled = List.copyOf(settled);
    }

    /** At the end of the day; never less than nothing. */
    Money openOn(LocalDate day) {
        Money zero = Money.zero(openAtStart.currency());
        return openAtStart.minus(settled.stream().filter(each -> !each.day().isAfter(day)).map(Settled::amount)
                .reduce(zero, Money::plus)).max(zero);
    }

    /** After the end of {@code from} up to the end of {@code to}; never less than nothing. */
    Money cashBetween(LocalDate from, LocalDate to) {
        Money zero = Money.zero(openAtStart.currency());
        return settled.stream().filter(each -> each.cash() && each.day().isAfter(from) && !each.day().isAfter(to))
                .map(Settled::amount).reduce(zero, Money::plus).max(zero);
    }
}
