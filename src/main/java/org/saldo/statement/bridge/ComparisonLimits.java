package org.saldo.statement.bridge;

/**
 * How far apart in days a line of each side may be to be the same by its amount alone, and for how long before a list's
 * end something may be on its way without being missed.
 */
public record ComparisonLimits(int pairDays, int transitDays) {

    public static final ComparisonLimits USUAL = new ComparisonLimits(10, 14);

    public ComparisonLimits {
        if (pairDays < 0 || transitDays < 0) {
            throw new IllegalArgumentException("days must not be negative, were " + pairDays + " and " + transitDays);
        }
    }
}
