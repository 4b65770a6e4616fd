package org.saldo.statement.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.ledger.NumberCore;

/** Lines that name each other but have other amounts, or several lines of which one side names the other. */
final class ByName {

    private final Pairing pairing;
    private final Map<String, Set<String>> numbersByKey = new HashMap<>();
    private final Map<String, Set<String>> numbersByOther = new HashMap<>();
    private final Map<String, Set<String>> numbersByCore = new HashMap<>();
    private final Map<String, List<Integer>> oursByNumber = new HashMap<>();
    private final Map<String, List<Integer>> oursByOther = new HashMap<>();

    ByName(Pairing pairing) {
        this.pairing = pairing;
    }

    void pair() {
        index();
        pairSums();
        index();
        pairGroups();
    }

    private void index() {
        List.of(numbersByKey, numbersByOther, numbersByCore, oursByNumber, oursByOther).forEach(Map::clear);
        for (int our : pairing.freeOurs()) {
            OurLine line = pairing.our(our);
            String number = pairing.numberKey(our);
            if (number.isEmpty()) {
                continue;
            }
            oursByNumber.computeIfAbsent(number, any -> new ArrayList<>()).add(our);
            add(numbersByKey, pairing.referenceKey(our), number);
            add(numbersByKey, number, number);
            pairing.otherKeys(our).forEach(key -> {
                add(numbersByOther, key, number);
                oursByOther.computeIfAbsent(key, any -> new ArrayList<>()).add(our);
            });
            if (line.kind().isDocument()) {
                NumberCore.of(line.number(), line.date()).forEach(core -> add(numbersByCore, core, number));
            }
        }
    }

    private static void add(Map<String, Set<String>> index, String key, String number) {
        index.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(number);
    }

    /** The only number of ours that a key of theirs means; empty when none or several do. */
    private String meant(String key) {
        if (key.isEmpty()) {
            return "";
        }
        for (Map<String, Set<String>> index : List.of(numbersByKey, numbersByOther)) {
            Set<String> found = index.getOrDefault(key, Set.of());
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.iterator().next() : "";
            }
        }
        List<String> alike = numbersByCore.getOrDefault(NumberCore.ofToken(key), Set.of()).stream()
                .filter(number -> ByNumber.saysTheSame(key, number)).toList();
        return alike.size() == 1 ? alike.get(0) : "";
    }

    /** One line of theirs names several of ours, and has exactly their amount. */
    private void pairSums() {
        for (int their : pairing.freeTheirs()) {
            Set<Integer> named = new LinkedHashSet<>();
            pairing.names(their).all().forEach(key -> oursByNumber.getOrDefault(meant(key), List.of()).stream()
                    .filter(pairing::isFreeOurs).forEach(named::add));
            if (named.size() > 1 && pairing.sumOfOurs(named) == pairing.amountOfTheirs(their)) {
                pairing.agree(Evidence.NAMED_TOGETHER, named, List.of(their));
            }
        }
    }

    private void pairGroups() {
        TreeMap<String, List<Integer>> theirsByNumber = new TreeMap<>();
        for (int their : pairing.freeTheirs()) {
            String number = pairing.names(their).all().stream().map(this::meant).filter(found -> !found.isEmpty())
                    .findFirst().orElse("");
            if (!number.isEmpty()) {
                theirsByNumber.computeIfAbsent(number, any -> new ArrayList<>()).add(their);
            }
        }
        theirsByNumber.forEach(this::pairGroup);
    }

    /** All that bears a number beside all of theirs that means it: what sums up the same, else what differs. */
    private void pairGroup(String number, List<Integer> allTheirs) {
        List<Integer> ours = oursByNumber.get(number).stream().filter(pairing::isFreeOurs).toList();
        List<Integer> related = Stream.concat(ours.stream(), oursByOther.getOrDefault(number, List.of()).stream()
                .filter(pairing::isFreeOurs)).distinct().toList();
        List<Integer> theirs = withoutRepeats(allTheirs);
        if (agree(ours, allTheirs) || agree(ours, theirs) || agree(related, theirs)) {
            return;
        }
        if (!ours.isEmpty() && Long.signum(pairing.sumOfOurs(ours)) == Long.signum(pairing.sumOfTheirs(theirs))
                && ours.stream().allMatch(our -> pairing.our(our).kind().isDocument())) {
            differ(ours, theirs);
            return;
        }
        for (int sign : new int[] {1, -1}) {
            List<Integer> their = theirs.stream().filter(each -> Long.signum(pairing.amountOfTheirs(each)) == sign).toList();
            List<Integer> our = related.stream().filter(each -> Long.signum(pairing.amountOfOurs(each)) == sign).toList();
            if (!our.isEmpty() && !their.isEmpty() && !agree(our, their)) {
                differ(our, their);
            }
        }
    }

    private boolean agree(List<Integer> ours, List<Integer> theirs) {
        boolean same = !ours.isEmpty() && pairing.sumOfOurs(ours) == pairing.sumOfTheirs(theirs);
        if (same) {
            pairing.agree(Evidence.NAMED_TOGETHER, ours, theirs);
        }
        return same;
    }

    private void differ(List<Integer> ours, List<Integer> theirs) {
        pairing.add(BridgeKind.AMOUNT_DIFFERS, Evidence.NAMED_TOGETHER, ours, theirs, Explanation.of(Why.UNEXPLAINED));
    }

    private List<Integer> withoutRepeats(List<Integer> theirs) {
        Set<List<Object>> seen = new LinkedHashSet<>();
        return theirs.stream().filter(their -> seen.add(List.of(pairing.names(their).whole(), pairing.amountOfTheirs(their),
                pairing.their(their).date()))).toList();
    }
}
