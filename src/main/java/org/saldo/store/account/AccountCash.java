package org.saldo.store.account;

import org.saldo.money.Money;

/**
 * Where the cash of a bank account is: {@code received = applied + onAccount + unapplied + unidentified + notOurs}.
 *
 * @param received     all bank lines, money out counted as negative
 * @param applied      what settles items
 * @param onAccount    of a known customer, decided to be kept
 * @param unapplied    of a known customer, not yet decided
 * @param unidentified of a payer who is not known
 * @param notOurs      marked as no business of the ledger
 */
public record AccountCash(String company, String account, Money received, Money applied, Money onAccount, Money unapplied,
                          Money unidentified, Money notOurs) {

    /** Whether no cent is missing. */
    public boolean addsUp() {
        return received.equals(applied.plus(onAccount).plus(unapplied).plus(unidentified).plus(notOurs));
    }
}
