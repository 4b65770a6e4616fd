package org.saldo.store.reconciliation;

import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Reason;
import org.saldo.reconciliation.Rule;

/** What a page decided about a receipt; {@code written} when it differs from what was decided before. */
public record DecidedReceipt(long receiptId, String paymentId, Money amount, Outcome outcome, Reason reason, Rule rule,
                             int parts, boolean written) {
}
