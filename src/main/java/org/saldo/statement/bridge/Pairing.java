package org.saldo.statement.bridge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.saldo.ledger.ReferenceKey;

/** The lines of both sides, which of them stand beside each other already, and the lines of the bridge so far. */
final class Pairing {

    private final List<OurLine> ours;
    private final List<TheirLine> theirs;
    private final List<Names> names;
    private final List<List<String>> ourKeys;
    private final BitSet ourFree = new BitSet();
    private final BitSet theirFree = new BitSet();
    private final List<BridgeLine> lines = new ArrayList<>();

    /** @param ourShapes the shapes of all our documents' numbers: a line with a number of our series is that document alone */
    Pairing(List<OurLine> ours, List<TheirLine> theirs, Set<String> ourShapes) {
        this.ours = ours;
        this.theirs = theirs;
        this.names = theirs.stream().map(Names::of).map(each -> each.isOfSeries(ourShapes) ? each.alone() : each).toList();
        this.ourKeys = ours.stream().map(Pairing::keys).toList();
        IntStream.range(0, ours.size()).filter(i -> ours.get(i).kind() != OurKind.OPENING).forEach(ourFree::set);
        IntStream.range(0, theirs.size()).filter(i -> theirs.get(i).kind() != TheirKind.OPENING).forEach(theirFree::set);
        pairOpenings();
    }

    /** The first is the reference with its instalment, the second without it, the rest are other names. */
    private static List<String> keys(OurLine line) {
        List<String> keys = new ArrayList<>();
        keys.add(ReferenceKey.of(line.reference()));
        keys.add(ReferenceKey.of(line.number()));
        line.otherNames().forEach(name -> keys.add(ReferenceKey.of(name)));
        return keys;
    }

    private void pairOpenings() {
        List<OurLine> our = ours.stream().filter(line -> line.kind() == OurKind.OPENING).toList();
        List<TheirLine> their = theirs.stream().filter(line -> line.kind() == TheirKind.OPENING).toList();
        if (our.isEmpty() && their.isEmpty()) {
            return;
        }
        BridgeLine line = BridgeLine.of(BridgeKind.AMOUNT_DIFFERS, Evidence.NAMED_TOGETHER, our, their,
                Explanation.of(Why.EARLIER_PERIOD));
        boolean agreed = line.difference().isZero() && !our.isEmpty() && !their.isEmpty();
        lines.add(agreed ? BridgeLine.of(BridgeKind.AGREED, line.evidence(), our, their, Explanation.NOTHING) : line);
    }

    OurLine our(int index) {
        return ours.get(index);
    }

    TheirLine their(int index) {
        return theirs.get(index);
    }

    Names names(int their) {
        return names.get(their);
    }

    String referenceKey(int our) {
        return ourKeys.get(our).get(0);
    }

    String numberKey(int our) {
        return ourKeys.get(our).get(1);
    }

    List<String> otherKeys(int our) {
        return ourKeys.get(our).subList(2, ourKeys.get(our).size());
    }

    /** The lines of ours that stand beside nothing yet, oldest first. */
    int[] freeOurs() {
        return ourFree.stream().toArray();
    }

    int[] freeTheirs() {
        return theirFree.stream().toArray();
    }

    boolean isFreeOurs(int our) {
        return ourFree.get(our);
    }

    List<BridgeLine> lines() {
        return lines;
    }

    void agree(Evidence evidence, Collection<Integer> our, Collection<Integer> their) {
        add(BridgeKind.AGREED, evidence, our, their, Explanation.NOTHING);
    }

    void add(BridgeKind kind, Evidence evidence, Collection<Integer> our, Collection<Integer> their, Explanation why) {
        lines.add(BridgeLine.of(kind, evidence, our.stream().sorted().map(ours::get).toList(),
                their.stream().sorted().map(theirs::get).toList(), why));
        our.forEach(ourFree::clear);
        their.forEach(theirFree::clear);
    }

    /** Pairs each free line of theirs with its only candidate of ours, when that is nobody else's candidate. */
    void pairOnly(IntFunction<Collection<Integer>> candidates, IntFunction<Evidence> evidence) {
        Map<Integer, Integer> only = new HashMap<>();
        Map<Integer, Integer> claims = new HashMap<>();
        for (int their : freeTheirs()) {
            Collection<Integer> found = candidates.apply(their);
            found.forEach(our -> claims.merge(our, 1, Integer::sum));
            if (found.size() == 1) {
                only.put(their, found.iterator().next());
            }
        }
        only.entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(pair -> claims.get(pair.getValue()) == 1)
                .forEach(pair -> agree(evidence.apply(pair.getKey()), List.of(pair.getValue()), List.of(pair.getKey())));
    }

    long amountOfOurs(int our) {
        return ours.get(our).amount().minorUnits();
    }

    long amountOfTheirs(int their) {
        return theirs.get(their).amount().minorUnits();
    }

    long sumOfOurs(Collection<Integer> our) {
        return our.stream().mapToLong(this::amountOfOurs).reduce(0, Math::addExact);
    }

    long sumOfTheirs(Collection<Integer> their) {
        return their.stream().mapToLong(this::amountOfTheirs).reduce(0, Math::addExact);
    }
}
