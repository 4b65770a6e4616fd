package org.saldo.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.money.Money;

/**
 * Items of which nobody is reminded although they are open, without a person having said so: what is collected by direct
 * debit, and what we could set against what we owe the same party.
 */
public final class Standstill {

    /**
     * How long that lasts.
     *
     * @param directDebit so many business days after its due date an item still counts as collected
     * @param payablesAge so many business days old what we owe may be; then finance is told, and it holds nothing back
     */
    public record Terms(int directDebit, int payablesAge) {

        /** A direct debit may come back for a week; payables of a week ago are old. */
        public static final Terms USUAL = new Terms(5, 5);

        public Terms {
            if (directDebit < 0 || payablesAge < 0) {
                throw new IllegalArgumentException("business days must not be negative");
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

    /** The same case with these items blocked, each with why and until when. */
    DunningCase of(DunningCase customer) {
        boolean collected = customer.customer().stop().collectsOn(day);
        Map<String, Money> payable = new HashMap<>();
        customer.debts().forEach(debt -> payable.computeIfAbsent(code(debt), any -> covering.payable(debt.open().currency())));
        if (!collected && payable.values().stream().noneMatch(Money::isPositive)) {
            return customer;
        }
        List<Debt> debts = customer.debts().stream().sorted(Debt.OLDEST_FIRST).map(debt -> debt.blocked().isPresent() ? debt
                : debt.blockedFor(why(debt, collected, payable))).toList();
        return new DunningCase(customer.customer(), debts, customer.covers(), customer.lastReminded(), customer.obstacle(),
                customer.past());
    }

    private Optional<String> why(Debt debt, boolean collected, Map<String, Money> payable) {
        int days = policy.standstill().directDebit();
        if (collected && (debt.due().isAfter(day) || calendar.businessDaysBetween(debt.due(), day) <= days)) {
            return Optional.of("it is collected by direct debit (the customer's master data), until " + days
                    + " business days after " + debt.due());
        }
        Money left = payable.get(code(debt));
        if (debt.due().isAfter(day) || !debt.askable().isPositive() || left.compareTo(debt.askable()) < 0) {
            return Optional.empty();
        }
        payable.put(code(debt), left.minus(debt.askable()));
        return Optional.of("we owe the same party " + covering.payable(debt.open().currency()) + " (payables of "
                + covering.payableSince().map(LocalDate::toString).orElse("") + ", until they are "
                + policy.standstill().payablesAge() + " business days old)");
    }

    private static String code(Debt debt) {
        return debt.open().currency().getCurrencyCode();
    }
}
