package org.saldo.dunning.interest;

import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * The fixed sum for the cost of collecting that a law gives for each item paid late, by the size of the debt when the
 * delay began. It is in one currency; on a debt in another there is none.
 */
public record LumpSum(List<Band> bands) {

    public static final LumpSum NONE = new LumpSum(List.of());

    /** For a debt of {@code from} or more. */
    public record Band(Money from, Money sum) {
    }

    /** @throws IllegalArgumentException when the bands do not ascend from zero, or their currencies differ */
    public LumpSum {
        bands = List.copyOf(bands);
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean ascends = i == 0 ? band.from().isZero() : band.from().compareTo(bands.get(i - 1).from()) > 0;
            if (!ascends || !band.sum().isPositive() || !band.sum().currency().equals(band.from().currency())) {
                throw new IllegalArgumentException("the bands of a lump sum begin with 0, ascend, and are positive sums of "
                        + "one currency");
            }
        }
    }

    Optional<Money> on(Money debt) {
        Optional<Money> sum = Optional.empty();
        for (Band band : bands) {
            if (debt.isPositive() && band.from().currency().equals(debt.currency()) && debt.compareTo(band.from()) >= 0) {
                sum = Optional.of(band.sum());
            }
        }
        return sum;
    }
}
