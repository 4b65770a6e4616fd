package org.saldo.dunning.measure;

/**
 * A share with the bounds between which the true one lies in 95 of 100 cases; all from 0 to 1.
 */
public record Share(double value, double low, double high) {

    /** The 97.5 % point of the normal distribution. */
    static final double Z = 1.959964;

    /**
     * The share of {@code hits} in {@code all}, by Wilson's interval (E. B. Wilson, Probable Inference, the Law of
     * Succession, and Statistical Inference, JASA 22, 1927).
     *
     * @param all 1 or more
     */
    static Share of(int hits, int all) {
        double share = (double) hits / all;
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * all)) / (1 + z2 / all);
        double half = Z / (1 + z2 / all) * Math.sqrt(share * (1 - share) / all + z2 / (4.0 * all * all));
        return new Share(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
