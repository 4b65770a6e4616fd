package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Lines that only their amounts and days bring together: where nothing else on either side fits, and for a person to check. */
final class ByAmount {

    private static final int SEARCHED_MOST = 300;
    private static final int POOL_MOST = 24;

    private final Pairing pairing;
    private final Set<String> ourShapes;
    private final int days;

    /** @param ourShapes the shapes of all our documents' numbers */
    ByAmount(Pairing pairing, Set<String> ourShapes, int days) {
        this.pairing = pairing;
        this.ourShapes = ourShapes;
        this.days = days;
    }

    void pair() {
        Map<Long, List<Integer>> ours = new HashMap<>();
        for (int our : pairing.freeOurs()) {
            ours.computeIfAbsent(pairing.amountOfOurs(our), any -> new ArrayList<>()).add(our);
        }
        pairing.pairOnly(their -> ours.getOrDefault(pairing.amountOfTheirs(their), List.of()).stream()
                .filter(our -> mayBe(our, their)).toList(), their -> Evidence.AMOUNT);
        pairSums();
    }

    private boolean mayBe(int our, int their) {
        boolean otherDocument = pairing.our(our).kind().isDocument()
                && pairing.names(their).isOfSeries(ourShapes);
        return pairing.amountOfOurs(our) != 0 && !otherDocument && isNear(our, their);
    }

    private boolean isNear(int our, int their) {
        Optional<LocalDate> date = pairing.their(their).date();
        return date.isEmpty() || Math.abs(ChronoUnit.DAYS.between(date.get(), pairing.our(our).date())) <= days;
    }

    private record Sum(Collection<Integer> ours, Collection<Integer> theirs) {
    }

    private void pairSums() {
        int[] ours = pairing.freeOurs();
        int[] theirs = pairing.freeTheirs();
        if (ours.length > SEARCHED_MOST || theirs.length > SEARCHED_MOST) {
            return;
        }
        List<Sum> sums = new ArrayList<>();
        for (int their : theirs) {
            pool(ours, our -> mayBe(our, their) && fits(pairing.amountOfOurs(our), pairing.amountOfTheirs(their)))
                    .flatMap(pool -> only(pool, pairing::amountOfOurs, pairing.amountOfTheirs(their)))
                    .ifPresent(set -> sums.add(new Sum(set, List.of(their))));
        }
        for (int our : ours) {
            pool(theirs, their -> mayBe(our, their) && fits(pairing.amountOfTheirs(their), pairing.amountOfOurs(our)))
                    .flatMap(pool -> only(pool, pairing::amountOfTheirs, pairing.amountOfOurs(our)))
                    .ifPresent(set -> sums.add(new Sum(List.of(our), set)));
        }
        withoutOverlap(sums).forEach(sum -> pairing.agree(Evidence.SUM, sum.ours(), sum.theirs()));
    }

    private static boolean fits(long part, long whole) {
        return Long.signum(part) == Long.signum(whole) && Math.abs(part) < Math.abs(whole);
    }

    private static Optional<int[]> pool(int[] lines, IntPredicate fits) {
        int[] pool = Arrays.stream(lines).filter(fits).limit(POOL_MOST + 1L).toArray();
        return pool.length < 2 || pool.length > POOL_MOST ? Optional.empty() : Optional.of(pool);
    }

    private static Optional<List<Integer>> only(int[] pool, java.util.function.IntToLongFunction amount, long target) {
        return SumSearch.only(Arrays.stream(pool).mapToLong(amount).toArray(), target)
                .map(places -> places.stream().map(place -> pool[place]).toList());
    }

    /** Only sums that share no line with another one: otherwise it could be either. */
    private static List<Sum> withoutOverlap(List<Sum> sums) {
        Map<Integer, Integer> ours = new HashMap<>();
        Map<Integer, Integer> theirs = new HashMap<>();
        sums.forEach(sum -> {
            new HashSet<>(sum.ours()).forEach(our -> ours.merge(our, 1, Integer::sum));
            new HashSet<>(sum.theirs()).forEach(their -> theirs.merge(their, 1, Integer::sum));
        });
        return sums.stream().filter(sum -> sum.ours().stream().allMatch(our -> ours.get(our) == 1)
                && sum.theirs().stream().allMatch(their -> theirs.get(their) == 1)).toList();
    }
}
