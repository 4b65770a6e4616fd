package org.saldo.dunning;

import org.saldo.money.Money;

/** An amount of one item that a promise or a plan is about. */
public record Part(long itemId, String document, Money amount) {
}
