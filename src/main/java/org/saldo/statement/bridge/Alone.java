package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;

/** What stands on one side only, and why, as far as the ledgers tell. */
final class Alone {

    private final Pairing pairing;
    private final OurHistory history;
    private final LocalDate theirDay;
    private final int transitDays;
    private final Set<List<Object>> paired = new HashSet<>();

    Alone(Pairing pairing, OurHistory history, LocalDate theirDay, int transitDays) {
        this.pairing = pairing;
        this.history = history;
        this.theirDay = theirDay;
        this.transitDays = transitDays;
        pairing.lines().stream().flatMap(line -> line.theirs().stream()).forEach(line -> paired.add(keyOf(line)));
    }

    void explain() {
        cancelOut();
        for (int their : pairing.freeTheirs()) {
            Explanation why = why(pairing.their(their), pairing.names(their));
            pairing.add(isInTransit(why.why()) ? BridgeKind.IN_TRANSIT : BridgeKind.ONLY_THEIRS, Evidence.NONE, List.of(),
                    List.of(their), why);
        }
        for (int our : pairing.freeOurs()) {
            Explanation why = why(pairing.our(our));
            pairing.add(isInTransit(why.why()) ? BridgeKind.IN_TRANSIT : BridgeKind.ONLY_OURS, Evidence.NONE, List.of(our),
                    List.of(), why);
        }
    }

    private static boolean isInTransit(Why why) {
        return switch (why) {
            case AFTER_OUR_CUT_OFF, RECEIVED_LATER, AFTER_THEIR_LIST, ON_ITS_WAY, SENT_NOT_RECEIVED, PAID_LATER -> true;
            default -> false;
        };
    }

    /** A document and what voided it, both on one side only. */
    private void cancelOut() {
        Map<String, List<Integer>> ours = new HashMap<>();
        for (int our : pairing.freeOurs()) {
            ours.computeIfAbsent(pairing.numberKey(our), any -> new java.util.ArrayList<>()).add(our);
        }
        ours.entrySet().stream().filter(each -> !each.getKey().isEmpty() && each.getValue().size() > 1
                && pairing.sumOfOurs(each.getValue()) == 0).sorted(Map.Entry.comparingByKey()).forEach(each ->
                pairing.add(BridgeKind.ONLY_OURS, Evidence.NAMED_TOGETHER, each.getValue(), List.of(),
                        Explanation.of(Why.CANCELS_OUT)));
        Map<String, List<Integer>> theirs = new HashMap<>();
        for (int their : pairing.freeTheirs()) {
            theirs.computeIfAbsent(pairing.names(their).whole(), any -> new java.util.ArrayList<>()).add(their);
        }
        theirs.entrySet().stream().filter(each -> !each.getKey().isEmpty() && each.getValue().size() > 1
                && pairing.sumOfTheirs(each.getValue()) == 0).sorted(Map.Entry.comparingByKey()).forEach(each ->
                pairing.add(BridgeKind.ONLY_THEIRS, Evidence.NAMED_TOGETHER, List.of(), each.getValue(),
                        Explanation.of(Why.CANCELS_OUT)));
    }

    private static List<Object> keyOf(TheirLine line) {
        return List.of(ReferenceKey.of(line.document()), line.amount());
    }

    private Explanation why(TheirLine line, Names names) {
        if (!names.whole().isEmpty() && paired.contains(keyOf(line))) {
            return Explanation.of(Why.LISTED_TWICE, line.document());
        }
        if (line.amount().isNegative()) {
            return whyNegative(line, names);
        }
        return history.named(names, line.amount()).flatMap(this::known).or(() -> elsewhere(line))
                .orElse(Explanation.of(Why.UNKNOWN_TO_US));
    }

    private Optional<Explanation> elsewhere(TheirLine line) {
        return history.elsewhere(line).map(where -> Explanation.of(Why.OTHER_ACCOUNT, where));
    }

    /** A document that the customer holds open and we do not. */
    private Optional<Explanation> known(OurDocument document) {
        if (history.isAfterCutOff(document)) {
            return Optional.of(Explanation.of(Why.AFTER_OUR_CUT_OFF, document.reference(), document.issuedOn()));
        }
        return history.settledBy(document).map(settled -> Explanation.of(settled.how() == Settlement.How.VOID
                ? Why.VOID_WITH_US : Why.SETTLED_WITH_US, settled.by(), settled.on()));
    }

    private Explanation whyNegative(TheirLine line, Names names) {
        Optional<OurDocument> named = history.named(names, line.amount())
                .filter(document -> document.amount().isNegative());
        if (named.isPresent()) {
            return known(named.get()).orElse(Explanation.of(Why.UNKNOWN_TO_US));
        }
        LocalDate day = line.date().orElse(theirDay);
        Money amount = line.amount();
        Optional<OurLine> later = history.payment(amount, day.minusDays(2), day.plusDays(2L * transitDays), true);
        if (later.isPresent()) {
            return Explanation.of(Why.RECEIVED_LATER, later.get().reference(), later.get().date());
        }
        Optional<OurLine> applied = history.payment(amount, day.minusDays(2), day.plusDays(transitDays), false);
        if (applied.isPresent() && line.kind() != TheirKind.CREDIT_NOTE) {
            return Explanation.of(Why.APPLIED_WITH_US, applied.get().reference(), applied.get().date());
        }
        if (line.kind() == TheirKind.PAYMENT) {
            return Explanation.of(day.isBefore(theirDay.minusDays(transitDays)) ? Why.NOT_RECEIVED : Why.SENT_NOT_RECEIVED);
        }
        return elsewhere(line).orElse(Explanation.of(line.kind() == TheirKind.CREDIT_NOTE ? Why.NO_SUCH_CREDIT
                : Why.UNKNOWN_TO_US));
    }

    private Explanation why(OurLine line) {
        if (line.date().isAfter(theirDay)) {
            return Explanation.of(Why.AFTER_THEIR_LIST, "", line.date());
        }
        if (line.kind().isDocument()) {
            Optional<Explanation> paid = paidLater(line);
            if (paid.isPresent()) {
                return paid.get();
            }
        }
        boolean young = !line.date().isBefore(theirDay.minusDays(transitDays));
        return Explanation.of(young && line.kind().isDocument() ? Why.ON_ITS_WAY : Why.NOT_WITH_THEM);
    }

    /** What was open at the cut-off and was settled since, all of it. */
    private Optional<Explanation> paidLater(OurLine line) {
        List<Settlement> after = history.settlements(line.reference()).stream()
                .filter(Settlement::since).toList();
        Money sum = after.stream().map(Settlement::amount).reduce(Money.zero(line.amount().currency()), Money::plus);
        return after.isEmpty() || !sum.equals(line.amount().abs()) ? Optional.empty()
                : Optional.of(Explanation.of(Why.PAID_LATER, after.get(after.size() - 1).by(),
                        after.get(after.size() - 1).on()));
    }
}
