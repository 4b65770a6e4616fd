package org.saldo.store.replay;

import java.time.LocalDate;
import org.saldo.money.Money;

/**
 * A receipt that was decided again.
 *
 * @param before   what a rule had decided last
 * @param after    what the other rules decide last
 * @param byPerson what people have done with it, which stands beside both; empty when they did nothing
 */
public record ReplayedReceipt(String company, String paymentId, String account, LocalDate bookingDate, Money amount,
                              ReplayedDecision before, ReplayedDecision after, String byPerson) {

    /** Whether the other rules decide otherwise. */
    public boolean differs() {
        return !before.equals(after);
    }
}
