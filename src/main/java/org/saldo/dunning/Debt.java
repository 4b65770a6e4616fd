package org.saldo.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * An open item that a customer owes, with its history of reminders. {@code due} is the day in force; {@code level} is the
 * highest that was said of it and reached the customer, or that it had at go-live; negative after a notice before or on its
 * due day, as {@link Step} numbers them; {@code blocked} is why nobody is to be reminded of it; {@code exclusions} are the
 * parts of it that are disputed, promised, in a plan, paused or kept back.
 */
public record Debt(long itemId, String document, LocalDate issued, LocalDate due, Money amount, Money open, int level,
        Optional<Words> blocked, List<Exclusion> exclusions) {

    /** By due date, then number and id: money covers the oldest first. */
    static final Comparator<Debt> OLDEST_FIRST = Comparator.comparing(Debt::due).thenComparing(Debt::document)
            .thenComparing(Debt::itemId);

    /** An item of which nothing is disputed, promised or in a plan. */
    public Debt(long itemId, String document, LocalDate issued, LocalDate due, Money amount, Money open, int level,
            Optional<Words> blocked) {
        this(itemId, document, issued, due, amount, open, level, blocked, List.of());
    }

    public Debt {
        exclusions = List.copyOf(exclusions);
        if (!open.isPositive() || open.compareTo(amount) > 0) {
            throw new IllegalArgumentException(document + ": open " + open + " of " + amount + " at level " + level);
        }
    }

    /** The level that holds: what was said of the item, a notice among it, beside the level that it had at go-live. */
    public static int said(int atGoLive, Optional<Integer> said) {
        return said.filter(level -> atGoLive == 0 || level > atGoLive).orElse(atGoLive);
    }

    /** What is disputed, promised or in a plan, at most what is open. */
    public Money excluded() {
        return exclusions.stream().map(Exclusion::amount).reduce(Money.zero(open.currency()), Money::plus).min(open);
    }

    /** The same item with these parts left out. */
    public Debt excluding(List<Exclusion> parts) {
        return new Debt(itemId, document, issued, due, amount, open, level, blocked, parts);
    }

    /**
     * The same item, of which the house itself keeps back so much at most of what may be asked for; of all of it nobody is
     * reminded, of a part of it the rest is asked for.
     *
     * @param label what keeps it back: {@code payables}, or the proposal of a write-off
     */
    public Debt holding(Money most, String label, Words why) {
        Money held = most.min(askable());
        if (!held.isPositive()) {
            return this;
        }
        if (held.equals(askable())) {
            return blockedFor(Optional.of(why));
        }
        List<Exclusion> parts = new ArrayList<>(exclusions);
        parts.add(new Exclusion(itemId, document, ItemMark.HELD, label, held, Optional.empty(),
                Words.of(DunningWord.KEPT_BACK, document, held, why)));
        return excluding(parts);
    }

    /** The same item, of which nobody is reminded for this reason; empty: of which people may be. */
    public Debt blockedFor(Optional<Words> why) {
        return new Debt(itemId, document, issued, due, amount, open, level, why, exclusions);
    }

    /** The same item as if nothing of it were paused: what a person agrees on takes the place of a pause. */
    public Debt withoutPauses() {
        return excluding(exclusions.stream().filter(each -> each.mark() != ItemMark.PAUSED).toList());
    }

    /** The same item as if this level had been said of it. */
    public Debt at(int saidLevel) {
        return new Debt(itemId, document, issued, due, amount, open, saidLevel, blocked, exclusions);
    }

    /** What may be asked for. */
    public Money askable() {
        return open.minus(excluded());
    }

    long daysOverdue(LocalDate day) {
        return Math.max(0, daysPastDue(day));
    }

    /** Negative before the due day. */
    long daysPastDue(LocalDate day) {
        return ChronoUnit.DAYS.between(due, day);
    }
}
