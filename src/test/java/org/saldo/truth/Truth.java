package org.saldo.truth;

import java.util.Map;
import org.saldo.money.Money;

/**
 * What a receipt really pays.
 *
 * @param parts     by document and kind, to the minor unit; empty for a receipt that settles nothing
 * @param decidable whether an honest clerk with the same records would be certain; else it is right to ask
 * @param twinOf    the equal receipt before it, either of which may be the one that paid; else empty
 */
record Truth(String paymentId, Enum<?> about, boolean decidable, String twinOf, Map<Part, Money> parts) {

    /** A document of the receipt's company, and how it is lowered: PAYMENT, CASH_DISCOUNT or CREDIT_NOTE. */
    record Part(String document, String kind) {
    }
}
