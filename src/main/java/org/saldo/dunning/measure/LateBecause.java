package org.saldo.dunning.measure;

import org.saldo.money.Money;

/**
 * Why some of what is overdue in a currency is overdue.
 *
 * @param code    a reason of lateness, {@link #DISPUTED}, or {@link #UNKNOWN} where nobody has noted one
 * @param meaning what the list of reasons says of it; empty when that says nothing
 * @param share   of all that is overdue in the currency, from 0 to 1
 */
public record LateBecause(String code, String meaning, int customers, int documents, Money open, double share) {

    /** What is contested is late for that. */
    public static final String DISPUTED = "DISPUTED";

    /** Nobody has noted why. */
    public static final String UNKNOWN = "UNKNOWN";
}
