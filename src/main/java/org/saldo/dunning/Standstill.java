package org.saldo.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * What nobody is reminded of although it is open, without a person having said so: items that are collected by direct
 * debit, and what, up to its amount, we could set against what we owe the same party.
 */
public final class Standstill {

    /**
     * How long that lasts.
     *
     * @param directDebit so many business days after its due date an item still counts as collected
     * @param payablesAge so many business days old what we owe may be; then finance is told, and it holds nothing back
     * @param writeOffs   so many days what may be written off waits for a second person; then it is asked for again
     */
    public record Terms(int directDebit, int payablesAge, int writeOffs) {

        /** A direct debit may come back for a week; payables of a week ago are old; nobody looks away for a month. */
        public static final Terms USUAL = new Terms(5, 5, 30);

        public Terms {
            if (directDebit < 0 || payablesAge < 0 || writeOffs < 0) {
                throw new IllegalArgumentException("days must not be negative");
            }
        }
    }

    private final DunningPolicy policy;
    private final BusinessCalendar calendar;
    private final Covering covering;
    private final LocalDate day;

    Standstill(DunningPolicy policy, BusinessCalendar calendar, Covering covering, LocalDate day) {
        this.policy = policy;
        this.calendar = calendar;
        this.covering = covering;
        this.day = day;
    }

    /** The same case with these items and parts of items kept back, each with why and until when. */
    DunningCase of(DunningCase customer) {
        boolean collected = customer.customer().stop().collectsOn(day);
        Map<String, Money> payable = new HashMap<>();
        customer.debts().forEach(debt -> payable.computeIfAbsent(code(debt), any -> covering.payable(debt.open().currency())));
        if (!collected && payable.values().stream().noneMatch(Money::isPositive)) {
            return customer;
        }
        List<Debt> debts = customer.debts().stream().sorted(Debt.OLDEST_FIRST).map(debt -> debt.blocked().isPresent() ? debt
                : collected && isCollected(debt) ? debt.blockedFor(Optional.of(collectedWords(debt))) : payable(debt, payable))
                .toList();
        return new DunningCase(customer.customer(), debts, customer.covers(), customer.lastReminded(), customer.obstacle(),
                customer.past());
    }

    private boolean isCollected(Debt debt) {
        return debt.due().isAfter(day)
                || calendar.businessDaysBetween(debt.due(), day) <= policy.standstill().directDebit();
    }

    private Words collectedWords(Debt debt) {
        return Words.of(DunningWord.COLLECTED, policy.standstill().directDebit(), debt.due());
    }

    /** Up to what we owe, the oldest items first; of an item that is more the rest is asked for. */
    private Debt payable(Debt debt, Map<String, Money> payable) {
        Money left = payable.get(code(debt));
        if (debt.due().isAfter(day) || !left.isPositive()) {
            return debt;
        }
        payable.put(code(debt), left.minus(left.min(debt.askable())));
        return debt.holding(left, "payables", Words.of(DunningWord.PAYABLES, covering.payable(debt.open().currency()),
                covering.payableSince().map(LocalDate::toString).orElse(""), policy.standstill().payablesAge()));
    }

    private static String code(Debt debt) {
        return debt.open().currency().getCurrencyCode();
    }
}
