package org.saldo.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.saldo.money.Money;

/**
 * A customer's account in one currency, read from the ledger's rows as of a cut-off and known at an instant.
 * {@code before} is the balance at the start of the period; {@code movements} holds at least those of the period and those
 * of earlier days that no earlier statement shows; items and receipts are what is open at the cut-off, found without
 * looking at the movements. {@code later} is what was known of the days after the cut-off: it counts nowhere.
 */
public record AccountAsOf(Money before, List<Movement> movements, List<StatementItem> items,
                          List<UnappliedReceipt> receipts, List<Movement> later) {

    public AccountAsOf {
        Objects.requireNonNull(before, "before");
        movements = List.copyOf(movements);
        items = List.copyOf(items);
        receipts = List.copyOf(receipts);
        later = List.copyOf(later);
    }

    /** An account of which nothing later is known. */
    public AccountAsOf(Money before, List<Movement> movements, List<StatementItem> items, List<UnappliedReceipt> receipts) {
        this(before, movements, items, receipts, List.of());
    }

    /**
     * The same account for a statement that begins on another day.
     *
     * @param firstDay {@code movements} must hold all between it and {@code day}
     * @param day      the day of which {@code before} is the balance before it
     */
    public AccountAsOf beginningOn(LocalDate firstDay, LocalDate day) {
        return new AccountAsOf(before.plus(moved(day, firstDay)).minus(moved(firstDay, day)), movements, items, receipts,
                later);
    }

    /** What moved from a day on, before another; zero when that is not later. */
    private Money moved(LocalDate from, LocalDate until) {
        return movements.stream()
                .filter(movement -> !movement.effectiveOn().isBefore(from) && movement.effectiveOn().isBefore(until))
                .map(Movement::amount).reduce(Money.zero(before.currency()), Money::plus);
    }

    /** Whether anything counts from a day on, before another. */
    public boolean isMoved(LocalDate from, LocalDate until) {
        return movements.stream().anyMatch(movement -> !movement.effectiveOn().isBefore(from)
                && movement.effectiveOn().isBefore(until));
    }

    /** What is owed by what is open: items less unapplied cash. */
    public Money open() {
        Money open = items.stream().map(StatementItem::balance).reduce(Money.zero(before.currency()), Money::plus);
        return receipts.stream().map(UnappliedReceipt::unapplied).reduce(open, Money::minus);
    }
}
