package org.saldo.dunning.measure;

import org.saldo.money.Money;

/**
 * What is collected of debts of one age: of all that was still open so many days after its due date, what came in as cash
 * within the days of the policy.
 *
 * @param age       days past the due date
 * @param stillOpen the sum that reached this age
 */
public record Recovery(int age, Money stillOpen, Money collected) {

    /** 0 to 1. */
    public double share() {
        return stillOpen.isZero() ? 0 : collected.toDecimal().doubleValue() / stillOpen.toDecimal().doubleValue();
    }
}
