package org.saldo.reconciliation;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.saldo.money.Money;

/**
 * What rules may give up by themselves when a receipt is short by little.
 *
 * @param company     of one payment, for every customer
 * @param narrower    of one payment, for some customers: the lower of these and of the company's counts
 * @param perCustomer the most in a calendar month for one customer
 * @param perCompany  the most in a calendar month for all of them
 * @param again       a customer so many of whose last invoices were short is asked
 * @param last        how many invoices are looked at for that
 */
public record GivingUp(Tolerance company, List<Narrower> narrower, Map<Currency, Money> perCustomer,
                       Map<Currency, Money> perCompany, int again, int last) {

    /** A limit for a customer by number, or for a segment of customers; the other is empty. */
    public record Narrower(String customer, String segment, Tolerance limit) {

        public Narrower {
            if (customer.isEmpty() == segment.isEmpty()) {
                throw new IllegalArgumentException("a narrower tolerance must name a customer or a segment, and not both");
            }
        }

        private boolean isFor(String number, CustomerTerms terms) {
            return customer.isEmpty() ? segment.equals(terms.segment()) : customer.equals(number);
        }
    }

    public GivingUp {
        narrower = List.copyOf(narrower);
        perCustomer = Map.copyOf(perCustomer);
        perCompany = Map.copyOf(perCompany);
        for (Currency currency : company.upTo().keySet()) {
            if (!perCustomer.containsKey(currency) || !perCompany.containsKey(currency)) {
                throw new IllegalArgumentException(currency + " has a tolerance, but not how much may be given up in a month");
            }
        }
        if (again < 1 || last < again) {
            throw new IllegalArgumentException("short-again must be 1 or more and of-last not less, were " + again + " and "
                    + last);
        }
    }

    /** Whether {@code missing} of {@code open} is small enough for all limits of the customer. */
    boolean covers(Money missing, Money open, String customer, CustomerTerms terms) {
        return company.covers(missing, open) && narrower.stream().filter(each -> each.isFor(customer, terms))
                .allMatch(each -> each.limit().covers(missing, open));
    }
}
