package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * The payment that came back: whose it is, what of it is neither applied nor returned before, and what it has paid,
 * with the discounts and credit notes that it claimed.
 */
public record OriginalPayment(Optional<String> customer, Money unapplied, List<Verdict.Part> paid) {

    public OriginalPayment {
        paid = List.copyOf(paid);
    }

    /** What can still come back: the unapplied rest and all that it has paid in cash. */
    Money returnable() {
        Money sum = unapplied;
        for (Verdict.Part part : paid) {
            sum = sum.plus(part.cash());
        }
        return sum;
    }
}
