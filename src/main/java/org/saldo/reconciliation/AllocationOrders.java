package org.saldo.reconciliation;

import java.util.Map;
import org.saldo.ledger.ReceiptKey;

/**
 * Whose unreferenced money settles items by which order. The first that says something counts: the policy for the
 * customer, the customer's own data, the policy for its country, for the company, for all.
 *
 * @param customers by number, or by company and number with a slash between where two companies have the same
 * @param countries by ISO 3166-1 alpha-2
 */
public record AllocationOrders(AllocationOrder otherwise, Map<String, AllocationOrder> companies,
                               Map<String, AllocationOrder> countries, Map<String, AllocationOrder> customers) {

    public AllocationOrders {
        companies = Map.copyOf(companies);
        countries = Map.copyOf(countries);
        customers = Map.copyOf(customers);
    }

    /** The same for all. */
    public static AllocationOrders of(AllocationOrder otherwise) {
        return new AllocationOrders(otherwise, Map.of(), Map.of(), Map.of());
    }

    /** An order that nobody knows in the customer's data means that nothing is settled by order. */
    AllocationOrder of(ReceiptKey receipt, String customer, CustomerTerms terms) {
        AllocationOrder said = customers.getOrDefault(receipt.company() + "/" + customer, customers.get(customer));
        if (said != null) {
            return said;
        }
        if (!terms.allocationOrder().isBlank()) {
            return AllocationOrder.of(terms.allocationOrder()).orElse(AllocationOrder.HOLD);
        }
        return countries.getOrDefault(terms.country(), companies.getOrDefault(receipt.company(), otherwise));
    }
}
