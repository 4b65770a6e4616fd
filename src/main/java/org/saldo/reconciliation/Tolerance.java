package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import org.saldo.money.Money;

/**
 * How far a receipt may be from what is open: an amount by currency, and a percentage of what is open. A currency without
 * an amount has no tolerance.
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

    /** Whether {@code extra} over {@code open} is within the higher of the two: the share alone where no amount is set. */
    boolean reaches(Money extra, Money open) {
        Money most = upTo.getOrDefault(open.currency(), Money.zero(open.currency()));
        return extra.compareTo(most.max(open.percent(percent, RoundingMode.DOWN))) <= 0;
    }

    /** Whether {@code missing} of {@code open} may be given up: it is within the lower of the two. */
    boolean covers(Money missing, Money open) {
        Money most = upTo.get(open.currency());
        return most != null && missing.compareTo(most.min(open.percent(percent, RoundingMode.DOWN))) <= 0;
    }
}
