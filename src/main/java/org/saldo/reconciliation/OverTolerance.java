package org.saldo.reconciliation;

import java.util.Currency;
import java.util.Map;
import org.saldo.money.Money;

/**
 * How much too much a payer may send without a person being asked: the rest stays on his account by rule.
 *
 * @param company     of one payment: the lower of amount and share of what it settles
 * @param perCustomer the most in a calendar month for one customer
 * @param perCompany  the most in a calendar month for all of them
 */
public record OverTolerance(Tolerance company, Map<Currency, Money> perCustomer, Map<Currency, Money> perCompany) {

    public OverTolerance {
        perCustomer = Map.copyOf(perCustomer);
        perCompany = Map.copyOf(perCompany);
        for (Currency currency : company.upTo().keySet()) {
            if (!perCustomer.containsKey(currency) || !perCompany.containsKey(currency)) {
                throw new IllegalArgumentException(currency + " has an over-tolerance, but not how much may be kept in a month");
            }
        }
    }

    /** Whether a rest is small beside what its payment settles, and all of it in the month is within the limits. */
    public boolean covers(Money rest, Money settled, Money ofCustomer, Money ofCompany) {
        return company.covers(rest, settled) && ofCustomer.compareTo(perCustomer.get(rest.currency())) <= 0
                && ofCompany.compareTo(perCompany.get(rest.currency())) <= 0;
    }
}
