package org.saldo.dunning.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * The fixed sum for the cost of collecting that a law gives for each item paid late, by the size of the debt when the
 * delay began. It is in one currency; on a debt in another there is none. Instead of it a contract may give a fine in percent
 * of the debt.
 */
public record LumpSum(List<Band> bands, Optional<BigDecimal> fine) {

    public static final LumpSum NONE = new LumpSum(List.of());

    /** By bands, without a fine. */
    public LumpSum(List<Band> bands) {
        this(bands, Optional.empty());
    }

    /** A fine in percent of the debt, in its currency. */
    public static LumpSum ofPercent(BigDecimal percent) {
        return new LumpSum(List.of(), Optional.of(percent));
    }

    /** For a debt of {@code from} or more. */
    public record Band(Money from, Money sum) {
    }

    /** @throws IllegalArgumentException when the bands do not ascend from zero, or their currencies differ */
    public LumpSum {
        bands = List.copyOf(bands);
        if (fine.filter(percent -> percent.signum() <= 0).isPresent() || fine.isPresent() && !bands.isEmpty()) {
            throw new IllegalArgumentException("a fine is more than 0 percent, and takes the place of the bands");
        }
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean ascends = i == 0 ? band.from().isZero() : band.from().compareTo(bands.get(i - 1).from()) > 0;
            if (!ascends || !band.sum().isPositive() || !band.sum().currency().equals(band.from().currency())) {
                throw new IllegalArgumentException("the bands of a lump sum begin with 0, ascend, and are positive sums of "
                        + "one currency");
            }
        }
    }

    /** What is due once for a debt of this size. */
    public Optional<Money> on(Money debt) {
        if (fine.isPresent() && debt.isPositive()) {
            return Optional.of(debt.percent(fine.get(), RoundingMode.HALF_UP)).filter(Money::isPositive);
        }
        Optional<Money> sum = Optional.empty();
        for (Band band : bands) {
            if (debt.isPositive() && band.from().currency().equals(debt.currency()) && debt.compareTo(band.from()) >= 0) {
                sum = Optional.of(band.sum());
            }
        }
        return sum;
    }
}
