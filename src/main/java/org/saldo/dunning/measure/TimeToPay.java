package org.saldo.dunning.measure;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How long it takes until half of what a level asked for is paid. What is not paid yet counts as far as it could be
 * watched (E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53, 1958).
 *
 * @param medianDays empty while less than half was paid
 */
public record TimeToPay(int level, int items, OptionalInt medianDays) {

    /** Counts of items by the days they were watched, paid or not. */
    static final class Watched {

        private final Map<Integer, int[]> byDays = new TreeMap<>();
        private int items;

        void add(int days, boolean paid) {
            byDays.computeIfAbsent(days, any -> new int[2])[paid ? 0 : 1]++;
            items++;
        }

        TimeToPay of(int level) {
            double unpaid = 1;
            int watched = items;
            for (Map.Entry<Integer, int[]> day : byDays.entrySet()) {
                int paid = day.getValue()[0];
                unpaid *= 1 - (double) paid / watched;
                if (paid > 0 && unpaid <= 0.5) {
                    return new TimeToPay(level, items, OptionalInt.of(day.getKey()));
                }
                watched -= paid + day.getValue()[1];
            }
            return new TimeToPay(level, items, OptionalInt.empty());
        }
    }
}
