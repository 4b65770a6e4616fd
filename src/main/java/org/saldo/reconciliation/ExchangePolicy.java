package org.saldo.reconciliation;

/**
 * How receipts in another currency than their documents are treated.
 *
 * @param nearly     how far what the bank says was sent may be from what is open, in the document's currency
 * @param settlesRest whether what is missing within that is settled as exchange difference; otherwise it stays open
 */
public record ExchangePolicy(Tolerance nearly, boolean settlesRest) {
}
