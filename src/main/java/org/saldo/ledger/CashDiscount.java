package org.saldo.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.saldo.money.Money;

/** A discount for early payment: {@code percent} of the gross amount when paid by {@code until}, that day included. */
public record CashDiscount(BigDecimal percent, LocalDate until) {

    public CashDiscount {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw new IllegalArgumentException("cash discount must be over 0 and under 100 percent, was " + percent);
        }
    }

    /** The discount on {@code gross}, rounded half up to the minor unit. */
    public Money of(Money gross) {
        return gross.percent(percent, RoundingMode.HALF_UP);
    }
}
