package org.saldo.store.replay;

import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;

/** An allocation by a person, or its reversal (amount negative); {@code receipt} and {@code item} 0 for none. */
record SettledByHand(long id, long receipt, AllocationKind kind, long item, Long counter, String customer, Money amount,
        Money cash, long reverses) {

    boolean isExchange() {
        return !cash.currency().equals(amount.currency());
    }
}
