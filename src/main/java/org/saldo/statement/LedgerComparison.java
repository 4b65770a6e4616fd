package org.saldo.statement;

import org.saldo.money.Money;

/**
 * The month's statements against the ledger in one currency. The parts come from what is open on each account, the ledger
 * from all that ever moved: two roads to one figure.
 *
 * @param inStatements   what the statements close with
 * @param knownLater     what became known of their accounts after they were made
 * @param leftOut        what stands on accounts for which the policy makes none
 * @param notMade        what is open on accounts whose statement could not be made
 * @param withoutCustomer documents whose customer is not known yet
 */
public record LedgerComparison(Money inStatements, Money knownLater, Money leftOut, Money notMade, Money withoutCustomer,
                               Money ledger) {

    /** What the parts add up to. */
    public Money sum() {
        return inStatements.plus(knownLater).plus(leftOut).plus(notMade).plus(withoutCustomer);
    }

    public Money difference() {
        return ledger.minus(sum());
    }

    public boolean agrees() {
        return difference().isZero();
    }
}
