package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import org.saldo.money.Money;

/**
 * How much less than is open counts as paid: up to an amount by currency, and up to a percentage of what is open, the
 * lower of the two. A currency without an amount has no tolerance.
 *
 * @param percent of what is open, 0 to 100
 */
public record Tolerance(Map<Currency, Money> upTo, BigDecimal percent) {

    public Tolerance {
        upTo = Map.copyOf(upTo);
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("the tolerance must be 0 to 100 percent, was " + percent);
        }
        upTo.values().stream().filter(Money::isNegative).findFirst().ifPresent(amount -> {
            throw new IllegalArgumentException("a tolerance must not be negative, was " + amount);
        });
    }

    /** Whether {@code missing} of {@code open} may be given up. */
    boolean covers(Money missing, Money open) {
        Money most = upTo.get(open.currency());
        return most != null && missing.compareTo(most.min(open.percent(percent, RoundingMode.DOWN))) <= 0;
    }
}
