package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Objects;
import org.saldo.money.Money;

/**
 * One line of what an event means in double entry: an amount on one side of an account, the other side zero. It counts
 * on {@code effectiveOn} and is posted on {@code postingDate}, which is later when the period was closed. The customer's
 * number and the tax code are empty where the account has none; a tax code is the rate in percent, such as {@code 19}.
 */
public record Posting(
        String company,
        long eventId,
        LocalDate postingDate,
        LocalDate effectiveOn,
        PostingAccount account,
        String customer,
        Money debit,
        Money credit,
        String taxCode,
        String text) {

    public Posting {
        Objects.requireNonNull(account, "account");
        if (debit.isNegative() || credit.isNegative() || debit.isZero() == credit.isZero()) {
            throw new IllegalArgumentException("event " + eventId + ": a posting has one side, debit " + debit
                    + " or credit " + credit);
        }
    }

    /** Debit less credit. */
    public Money balance() {
        return debit.minus(credit);
    }
}
