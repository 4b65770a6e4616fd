package org.saldo.reconciliation;

/**
 * What a customer's data say about how its payments are treated. Empty texts say nothing.
 *
 * @param country         ISO 3166-1 alpha-2
 * @param segment         a name by which policies speak of several customers
 * @param allocationOrder an {@link AllocationOrder} by its label
 */
public record CustomerTerms(String country, String segment, String allocationOrder) {

    public static final CustomerTerms NONE = new CustomerTerms("", "", "");
}
