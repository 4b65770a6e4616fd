package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.saldo.money.Money;

/**
 * What of an item was open at the end of each day: what it began with, and what settled or reopened it since. The day on
 * which money counts bears no interest on it any more.
 */
public final class OpenByDay {

    private final Money atStart;
    private final NavigableMap<LocalDate, Money> changes = new TreeMap<>();

    /** @param settled what was settled on a day; negative where it was taken back. The order does not matter */
    public OpenByDay(Money atStart, List<Settled> settled) {
        this.atStart = atStart;
        settled.forEach(each -> changes.merge(each.on(), each.amount().negated(), Money::plus));
    }

    /** An amount that lowers what is open from its effective day on. */
    public record Settled(LocalDate on, Money amount) {
    }

    /** The same, with an amount settled besides from a day on. */
    public OpenByDay less(LocalDate from, Money amount) {
        OpenByDay less = new OpenByDay(atStart, List.of(new Settled(from, amount)));
        changes.forEach((day, change) -> less.changes.merge(day, change, Money::plus));
        return less;
    }

    /** Never negative: settled early and taken back later is not open in between. */
    public Money on(LocalDate day) {
        Money open = atStart;
        for (Map.Entry<LocalDate, Money> change : changes.headMap(day, true).entrySet()) {
            open = open.plus(change.getValue());
        }
        return open.max(Money.zero(atStart.currency()));
    }

    /** The days after {@code from} and before {@code until} on which something was settled or reopened. */
    List<LocalDate> changes(LocalDate from, LocalDate until) {
        return from.isBefore(until) ? List.copyOf(changes.subMap(from, false, until, false).keySet()) : List.of();
    }
}
