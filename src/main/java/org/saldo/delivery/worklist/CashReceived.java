package org.saldo.delivery.worklist;

import org.saldo.money.Money;

/** Money that came in in one currency: how many payments, how much, and how much of it still waits. */
public record CashReceived(int payments, Money amount, Money waits) {
}
