package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * Puts a customer's list beside our account. The list is read in every way in which it may be meant (open items or
 * movements, its signs as ours or the opposite); the reading that leaves the fewest lines apart is taken and stated. The
 * same lines in any order make the same bridge.
 */
public final class LedgerComparison {

    private final OurLedger ours;
    private final OurHistory history;
    private final Set<String> shapes;
    private final ComparisonLimits limits;

    private LedgerComparison(OurLedger ours, ComparisonLimits limits) {
        this.ours = ours;
        this.history = new OurHistory(ours);
        this.shapes = history.shapes();
        this.limits = limits;
    }

    /** One way to understand the list: how far it got by numbers, and in all. */
    private record Try(Basis basis, Signs signs, TheirList list, Pairing pairing, int byNumber, int agreed, int apart) {

        Money gap(OurLedger ours) {
            return balance(list).minus(ours.balance()).abs();
        }
    }

    /** What the list says is owed: its own total, where it has one; a total without a sign means the sum of the lines. */
    private static Money balance(TheirList list) {
        Money sum = list.sum();
        return list.total().filter(total -> !total.abs().equals(sum.abs())).orElse(sum);
    }

    /** @throws IllegalArgumentException when the list is in another currency than the account */
    public static Bridge compare(OurLedger ours, TheirList theirs, ComparisonLimits limits) {
        if (!ours.balance().currency().equals(theirs.currency())) {
            throw new IllegalArgumentException("a list in " + theirs.currency() + " cannot be compared with an account in "
                    + ours.balance().currency());
        }
        return new LedgerComparison(ours, limits).compare(theirs);
    }

    private Bridge compare(TheirList theirs) {
        List<Try> tries = tries(theirs);
        Try best = tries.stream().min(Comparator.comparingInt(Try::apart)
                .thenComparing(Comparator.comparingInt(Try::agreed).reversed())
                .thenComparing(each -> each.gap(ours)).thenComparing(Try::basis).thenComparing(Try::signs)).orElseThrow();
        Signs opposite = best.signs() == Signs.REVERSED ? Signs.AS_WRITTEN : Signs.REVERSED;
        boolean certain = tries.stream().filter(each -> each.basis() == best.basis() && each.signs() == opposite)
                .allMatch(each -> each.byNumber() < best.byNumber() || each.list().equals(best.list()));
        return bridge(best, certain);
    }

    private List<Try> tries(TheirList theirs) {
        List<Try> tries = new ArrayList<>();
        for (Basis basis : basesFor(theirs)) {
            List<Try> ofBasis = signsFor(theirs).map(signs -> attempt(basis, signs, theirs)).toList();
            int most = ofBasis.stream().mapToInt(Try::byNumber).max().orElse(0);
            ofBasis.stream().filter(each -> each.byNumber() == most).forEach(tries::add);
            ofBasis.stream().filter(each -> each.byNumber() != most).map(each -> new Try(each.basis(), each.signs(),
                    each.list(), each.pairing(), each.byNumber(), each.agreed(), Integer.MAX_VALUE)).forEach(tries::add);
        }
        return tries;
    }

    /** A list with a balance brought forward holds movements; one without anything like a payment holds open items. */
    private List<Basis> basesFor(TheirList theirs) {
        if (theirs.opening().isPresent()) {
            return List.of(Basis.MOVEMENTS);
        }
        List<TheirLine> debts = theirs.lines().stream().filter(line -> line.kind() != TheirKind.CREDIT_NOTE
                && history.named(Names.of(line), line.amount()).filter(known -> known.amount().isNegative()).isEmpty()).toList();
        boolean pays = debts.stream().anyMatch(line -> line.kind() == TheirKind.PAYMENT)
                || debts.stream().map(line -> line.amount().isNegative()).distinct().count() > 1;
        return pays ? List.of(Basis.values()) : List.of(Basis.OPEN_ITEMS);
    }

    /** Signs by kind are a way only where lines say that they lower the balance and none has a sign of its own. */
    private static Stream<Signs> signsFor(TheirList theirs) {
        boolean signed = theirs.lines().stream().anyMatch(line -> line.amount().isNegative());
        boolean kinds = theirs.lines().stream().anyMatch(line -> line.kind().lowers());
        return Stream.of(Signs.values()).filter(signs -> signs != Signs.BY_KIND || kinds && !signed);
    }

    private Try attempt(Basis basis, Signs signs, TheirList theirs) {
        TheirList list = theirs.read(signs);
        Pairing pairing = new Pairing(basis == Basis.OPEN_ITEMS ? ours.open() : moved(list), list.lines(), shapes);
        new ByNumber(pairing).pair();
        int byNumber = pairing.lines().stream().filter(line -> line.kind() == BridgeKind.AGREED)
                .mapToInt(line -> line.theirs().size()).sum();
        new ByName(pairing).pair();
        new ByAmount(pairing, shapes, limits.pairDays()).pair();
        int agreed = pairing.lines().stream().filter(line -> line.kind() == BridgeKind.AGREED)
                .mapToInt(line -> line.theirs().size()).sum();
        int apart = pairing.freeOurs().length + pairing.freeTheirs().length + pairing.lines().stream()
                .filter(line -> line.kind() != BridgeKind.AGREED)
                .mapToInt(line -> line.ours().size() + line.theirs().size()).sum();
        return new Try(basis, signs, list, pairing, byNumber, agreed, apart + notStated(basis, list));
    }

    /** How many open items are hidden in the balance before the first movement, when the list does not state it. */
    private int notStated(Basis basis, TheirList list) {
        return basis == Basis.OPEN_ITEMS || list.opening().isPresent() ? 0 : (int) list.firstDay().map(first ->
                ours.open().stream().filter(line -> line.date().isBefore(first)).count()).orElse(0L).longValue();
    }

    /** Our movements from the day with which the list begins; where it states what was before, from the day that fits it. */
    private List<OurLine> moved(TheirList list) {
        LocalDate first = list.lines().stream().filter(line -> line.kind() != TheirKind.OPENING)
                .flatMap(line -> line.date().stream()).min(LocalDate::compareTo).orElse(ours.cutOff());
        if (list.opening().isEmpty()) {
            return ours.movedFrom(first, false);
        }
        TheirLine opening = list.opening().get();
        LocalDate stated = opening.date().orElse(first.withDayOfMonth(1));
        return Stream.of(stated, stated.plusDays(1), first.withDayOfMonth(1), first)
                .filter(day -> !day.isAfter(first)).filter(day -> ours.before(day).equals(opening.amount())).findFirst()
                .map(day -> ours.movedFrom(day, true))
                .orElseGet(() -> ours.movedFrom(stated.isAfter(first) ? first : stated, true));
    }

    private Bridge bridge(Try best, boolean certain) {
        TheirList list = best.list();
        LocalDate theirDay = list.asOf().or(() -> list.lastDay().filter(last -> last.isAfter(ours.cutOff())))
                .orElse(ours.cutOff());
        Pairing pairing = best.pairing();
        List<OurLine> unpaired = java.util.Arrays.stream(pairing.freeOurs()).mapToObj(pairing::our).toList();
        DifferenceReason reasons = new DifferenceReason(history, unpaired);
        new Alone(pairing, history, theirDay, limits.transitDays()).explain();
        List<BridgeLine> lines = new ArrayList<>(reasons.explain(pairing.lines()));
        Money total = balance(list);
        Money notListed = total.minus(list.sum());
        if (!notListed.isZero()) {
            lines.add(new BridgeLine(BridgeKind.ONLY_THEIRS, Evidence.NONE, List.of(), List.of(), notListed,
                    Explanation.of(Why.TOTAL_OF_LIST)));
        }
        return new Bridge(ours.cutOff(), theirDay, new Bridge.Reading(best.basis(), best.signs(), certain), ours.balance(),
                total, lines, list.unread());
    }
}
