package org.saldo.statement.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the only set of amounts, all of one sign, that sums up to a target; the search is bounded in size and steps. */
final class SumSearch {

    private static final int SIZE_MAX = 6;
    private static final int STEPS_MAX = 20_000;

    private final long[] amounts;
    private final long[] rest;
    private final List<List<Integer>> found = new ArrayList<>();
    private int steps;

    private SumSearch(long[] amounts) {
        this.amounts = amounts;
        this.rest = new long[amounts.length + 1];
        for (int i = amounts.length - 1; i >= 0; i--) {
            rest[i] = rest[i + 1] + amounts[i];
        }
    }

    /** The places of the amounts; empty when no set of two to six fits, more than one does, or it took too long to know. */
    static Optional<List<Integer>> only(long[] amounts, long target) {
        long sign = Long.signum(target);
        SumSearch search = new SumSearch(java.util.Arrays.stream(amounts).map(amount -> amount * sign).toArray());
        search.look(0, target * sign, new ArrayList<>());
        return search.found.size() == 1 && search.steps <= STEPS_MAX ? Optional.of(search.found.get(0)) : Optional.empty();
    }

    private void look(int from, long target, List<Integer> chosen) {
        if (++steps > STEPS_MAX || found.size() > 1) {
            return;
        }
        if (target == 0) {
            if (chosen.size() > 1) {
                found.add(List.copyOf(chosen));
            }
            return;
        }
        for (int i = from; i < amounts.length && chosen.size() < SIZE_MAX && target <= rest[i]; i++) {
            if (amounts[i] <= target) {
                chosen.add(i);
                look(i + 1, target - amounts[i], chosen);
                chosen.remove(chosen.size() - 1);
            }
        }
    }
}
