package org.saldo.dunning;

import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * A reminder in one currency whose mail has not gone yet, as a person looks at it before it does.
 *
 * @param asked what is asked for: what is open less what is excluded and covered
 * @param why   why it waits for a person; empty when it goes by itself
 */
public record WaitingReminder(CustomerId customer, String name, int level, Money open, Money asked, String recipients,
        String subject, Words why) {
}
