package org.saldo.statement.bridge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.saldo.ledger.NumberCore;

/** Lines of the same number, in one form or another, and exactly the same amount. */
final class ByNumber {

    private static final int CORE_SURE = 4;

    private final Pairing pairing;

    /** A name of one of our lines, with its amount. */
    private record Named(String key, long amount) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : Long.compare(amount, other.amount);
        }
    }

    ByNumber(Pairing pairing) {
        this.pairing = pairing;
    }

    void pair() {
        pairSame(true);
        pairSame(false);
        pairOtherNames();
        pairCores();
    }

    /** Lines of one number and amount in the order of their days; what is there more often on one side stays. */
    private void pairSame(boolean withInstalment) {
        TreeMap<Named, List<Integer>> ours = new TreeMap<>();
        for (int our : pairing.freeOurs()) {
            String key = withInstalment ? pairing.referenceKey(our) : pairing.numberKey(our);
            if (!key.isEmpty()) {
                ours.computeIfAbsent(new Named(key, pairing.amountOfOurs(our)), any -> new ArrayList<>()).add(our);
            }
        }
        Map<Named, List<Integer>> theirs = new HashMap<>();
        for (int their : pairing.freeTheirs()) {
            theirs.computeIfAbsent(new Named(pairing.names(their).whole(), pairing.amountOfTheirs(their)),
                    any -> new ArrayList<>()).add(their);
        }
        ours.forEach((named, our) -> {
            List<Integer> their = theirs.getOrDefault(named, List.of());
            for (int i = 0; i < Math.min(our.size(), their.size()); i++) {
                pairing.agree(Evidence.SAME_NUMBER, List.of(our.get(i)), List.of(their.get(i)));
            }
        });
    }

    private void pairOtherNames() {
        Map<Named, Set<Integer>> ours = new HashMap<>();
        for (int our : pairing.freeOurs()) {
            Set<String> keys = new LinkedHashSet<>(pairing.otherKeys(our));
            keys.add(pairing.referenceKey(our));
            keys.add(pairing.numberKey(our));
            keys.remove("");
            keys.forEach(key -> ours.computeIfAbsent(new Named(key, pairing.amountOfOurs(our)),
                    any -> new LinkedHashSet<>()).add(our));
        }
        pairing.pairOnly(their -> {
            Set<Integer> found = new LinkedHashSet<>();
            pairing.names(their).all().forEach(key -> found.addAll(ours.getOrDefault(
                    new Named(key, pairing.amountOfTheirs(their)), Set.of())));
            return found;
        }, their -> Evidence.OTHER_NAME);
    }

    private void pairCores() {
        Map<Named, Set<Integer>> ours = new HashMap<>();
        Map<Named, Set<Integer>> wholes = new HashMap<>();
        for (int our : pairing.freeOurs()) {
            OurLine line = pairing.our(our);
            if (line.kind().isDocument()) {
                NumberCore.of(line.number(), line.date()).forEach(core -> add(ours, core, our));
                add(wholes, NumberCore.ofToken(pairing.numberKey(our)), our);
            }
        }
        Map<Integer, Evidence> evidence = new HashMap<>();
        pairing.pairOnly(their -> {
            Collection<Integer> found = candidates(ours, wholes, their);
            found.forEach(our -> evidence.merge(their, evidence(our, their), (one, other) ->
                    one.isToCheck() ? one : other));
            return found;
        }, evidence::get);
    }

    private void add(Map<Named, Set<Integer>> index, String core, int our) {
        if (!core.isEmpty()) {
            index.computeIfAbsent(new Named(core, pairing.amountOfOurs(our)), any -> new LinkedHashSet<>()).add(our);
        }
    }

    /** Ours of which all of their number is a part, or all of whose number is a part of theirs. */
    private Collection<Integer> candidates(Map<Named, Set<Integer>> ours, Map<Named, Set<Integer>> wholes, int their) {
        Names names = pairing.names(their);
        long amount = pairing.amountOfTheirs(their);
        Set<Integer> found = new LinkedHashSet<>();
        for (String key : names.all()) {
            found.addAll(ours.getOrDefault(new Named(NumberCore.ofToken(key), amount), Set.of()));
        }
        names.cores().forEach(core -> found.addAll(wholes.getOrDefault(new Named(core, amount), Set.of())));
        return found;
    }

    private Evidence evidence(int our, int their) {
        String number = pairing.numberKey(our);
        boolean sure = pairing.names(their).all().stream().anyMatch(key -> saysTheSame(key, number));
        return sure ? Evidence.OTHER_FORM : Evidence.PART_OF_NUMBER;
    }

    /** Whether a key is ours without what people leave out, and enough of it is left to be no other. */
    static boolean saysTheSame(String key, String number) {
        String quoted = NumberCore.ofToken(key);
        String whole = NumberCore.ofToken(number);
        boolean part = quoted.equals(whole) || quoted.length() >= CORE_SURE && whole.endsWith(quoted)
                || whole.length() >= CORE_SURE && quoted.endsWith(whole);
        return part && quoted.length() >= CORE_SURE
                && NumberCore.prefixesAgree(NumberCore.prefix(key), NumberCore.prefix(number));
    }
}
