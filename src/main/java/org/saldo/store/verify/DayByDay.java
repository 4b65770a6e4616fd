package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is taken of an amount and given back, by the day from which it counts: rows that make good on a later day what was too
 * much on an earlier one add up, yet nothing that is told as of the days between is true.
 */
final class DayByDay {

    private final SortedMap<LocalDate, BigDecimal> taken = new TreeMap<>();

    void take(LocalDate day, BigDecimal amount) {
        taken.merge(day, amount, BigDecimal::add);
    }

    /** The first day at whose end more than the amount is taken, or less than nothing; a debit's amount is negative. */
    Optional<LocalDate> firstBeyond(BigDecimal amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : taken.entrySet()) {
            sum = sum.add(day.getValue());
            if (sum.signum() != 0 && (sum.signum() != amount.signum() || sum.abs().compareTo(amount.abs()) > 0)) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }
}
