package org.saldo.dunning.measure;

import java.util.HashMap;
import java.util.Map;
import org.saldo.ledger.CustomerId;

/** How many items of one group were paid in time, by customer: the items of one customer are not independent. */
final class NoticeGroup {

    private final Map<CustomerId, int[]> byCustomer = new HashMap<>();
    private int items;
    private int paid;

    void add(CustomerId customer, boolean inTime) {
        int[] counts = byCustomer.computeIfAbsent(customer, any -> new int[2]);
        counts[0]++;
        items++;
        if (inTime) {
            counts[1]++;
            paid++;
        }
    }

    int items() {
        return items;
    }

    int customers() {
        return byCustomer.size();
    }

    double share() {
        return items == 0 ? 0 : (double) paid / items;
    }

    /**
     * Of the share, with the customers as clusters: C/(C-1) times the sum over customers of (paid - share times items)
     * squared, through items squared (A. C. Cameron and D. L. Miller, A Practitioner's Guide to Cluster-Robust Inference,
     * Journal of Human Resources 50, 2015).
     */
    double variance() {
        double share = share();
        double sum = 0;
        for (int[] counts : byCustomer.values()) {
            double residual = counts[1] - share * counts[0];
            sum += residual * residual;
        }
        int clusters = customers();
        return sum * clusters / (clusters - 1) / ((double) items * items);
    }
}
