package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets of open items that take exactly an amount to settle, in minor units, credit notes counted as negative. The search
 * is exact: every set within its bound on size is looked at.
 */
final class SubsetSearch {

    private SubsetSearch() {
    }

    /** The first {@code most} sets of at most {@code size} items that take {@code target}. */
    static List<List<Item>> all(List<Item> items, long target, int size, int most) {
        List<List<Item>> found = new ArrayList<>();
        long[] positive = new long[items.size() + 1];
        long[] negative = new long[items.size() + 1];
        for (int i = items.size() - 1; i >= 0; i--) {
            long balance = items.get(i).balance();
            positive[i] = positive[i + 1] + Math.max(0, balance);
            negative[i] = negative[i + 1] + Math.min(0, balance);
        }
        search(items, 0, target, size, most, new ArrayList<>(), found, positive, negative);
        return found;
    }

    /** Whether one, two or three items take {@code target}. */
    static boolean anyUpToThree(List<Item> items, long target) {
        return !all(items, target, 3, 1).isEmpty();
    }

    private static void search(List<Item> items, int from, long target, int size, int most, List<Item> chosen,
                               List<List<Item>> found, long[] positive, long[] negative) {
        if (target == 0 && !chosen.isEmpty()) {
            found.add(List.copyOf(chosen));
        }
        if (size == 0) {
            return;
        }
        for (int i = from; i < items.size() && found.size() < most; i++) {
            if (target > positive[i] || target < negative[i]) {
                return;
            }
            chosen.add(items.get(i));
            search(items, i + 1, target - items.get(i).balance(), size - 1, most, chosen, found, positive, negative);
            chosen.remove(chosen.size() - 1);
        }
    }
}
