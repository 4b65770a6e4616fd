package org.saldo.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * What the payer ordered, as the bank states it beside the amount that it booked: most often in another currency.
 *
 * @param amount positive, whatever the sign of the receipt
 * @param rate   the bank's exchange rate with at most nine decimals; which of the two currencies it is for, banks do not say
 */
public record OriginalAmount(Money amount, Optional<BigDecimal> rate) {

    private static final int RATE_DECIMALS = 9;
    private static final int RATE_DIGITS = 10;

    public OriginalAmount {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an original amount must be positive, was " + amount);
        }
        rate = rate.map(number -> number.setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros())
                .filter(number -> number.signum() > 0 && number.precision() - number.scale() <= RATE_DIGITS);
    }
}
