package org.saldo.statement.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.money.Money;

/** Looks for what explains that both sides have a document with another amount. */
final class DifferenceReason {

    private static final long ROUNDING_MOST = 2;

    private final OurHistory history;
    private final List<OurLine> unpaired;

    /** @param unpaired the lines of ours that stand beside nothing: credits that explain what a document lacks */
    DifferenceReason(OurHistory history, List<OurLine> unpaired) {
        this.history = history;
        this.unpaired = unpaired;
    }

    /** The lines with what explains those that differ, and what took a credit of ours off the list. */
    List<BridgeLine> explain(List<BridgeLine> lines) {
        Map<String, String> takenOff = new HashMap<>();
        List<BridgeLine> explained = new ArrayList<>();
        for (BridgeLine line : lines) {
            boolean open = line.kind() == BridgeKind.AMOUNT_DIFFERS && line.explanation().why() == Why.UNEXPLAINED;
            BridgeLine told = open ? line.because(of(line)) : line;
            Why why = told.explanation().why();
            if (open && (why == Why.CREDIT_NOTE || why == Why.UNAPPLIED_CASH)) {
                takenOff.put(told.explanation().reference(), told.ours().get(0).reference());
            }
            explained.add(told);
        }
        return explained.stream().map(line -> line.explanation().why() == Why.NOT_WITH_THEM
                && takenOff.containsKey(line.ours().get(0).reference())
                ? line.because(Explanation.of(Why.TAKEN_OFF, takenOff.get(line.ours().get(0).reference()))) : line).toList();
    }

    private Explanation of(BridgeLine line) {
        Money apart = line.difference();
        for (OurLine our : line.ours()) {
            Optional<Explanation> found = bySettlement(our, apart);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return byTerms(line, apart).or(() -> byCredit(apart)).or(() -> bySlip(line)).orElse(Explanation.of(Why.UNEXPLAINED));
    }

    private Optional<Explanation> bySettlement(OurLine our, Money apart) {
        List<Settlement> all = history.settlements(our.reference());
        List<Settlement> before = all.stream().filter(each -> !each.since()).toList();
        List<Settlement> after = all.stream().filter(Settlement::since).toList();
        if (apart.isPositive()) {
            return explaining(before, apart).map(each -> Explanation.of(whyOf(each.how()), each.by(), each.on()));
        }
        return explaining(after, apart.negated()).map(each -> Explanation.of(
                each.how() == Settlement.How.PAYMENT ? Why.PAID_LATER : whyOf(each.how()), each.by(), each.on()));
    }

    /** The last of the settlements when they or the last of them have this amount, or the only one that has. */
    private static Optional<Settlement> explaining(List<Settlement> settlements, Money amount) {
        Money sum = settlements.stream().map(Settlement::amount).reduce(Money.zero(amount.currency()), Money::plus);
        if (!settlements.isEmpty() && sum.equals(amount)) {
            return Optional.of(settlements.get(settlements.size() - 1));
        }
        return settlements.stream().filter(each -> each.amount().equals(amount)).reduce((first, last) -> last);
    }

    private static Why whyOf(Settlement.How how) {
        return switch (how) {
            case PAYMENT -> Why.PART_PAID;
            case CREDIT_NOTE -> Why.CREDIT_NOTE;
            case DISCOUNT -> Why.CASH_DISCOUNT;
            case DEDUCTION -> Why.DEDUCTION;
            case VOID -> Why.VOID_WITH_US;
        };
    }

    private Optional<Explanation> byTerms(BridgeLine line, Money apart) {
        Optional<OurDocument> document = line.ours().size() == 1 ? history.document(line.ours().get(0).reference())
                : Optional.empty();
        Optional<Money> less = Optional.of(apart.negated());
        if (document.isPresent() && document.get().discount().equals(less)) {
            return Optional.of(Explanation.of(Why.CASH_DISCOUNT));
        }
        return document.isPresent() && document.get().tax().equals(less) ? Optional.of(Explanation.of(Why.TAX))
                : Optional.empty();
    }

    /** A credit of ours that stands alone has just this amount. */
    private Optional<Explanation> byCredit(Money apart) {
        List<OurLine> same = unpaired.stream().filter(line -> line.amount().equals(apart)).toList();
        if (same.size() != 1 || apart.isPositive()) {
            return Optional.empty();
        }
        OurLine credit = same.get(0);
        return switch (credit.kind()) {
            case CREDIT_NOTE -> Optional.of(Explanation.of(Why.CREDIT_NOTE, credit.reference(), credit.date()));
            case PAYMENT -> Optional.of(Explanation.of(Why.UNAPPLIED_CASH, credit.reference(), credit.date()));
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> bySlip(BridgeLine line) {
        if (Math.abs(line.difference().minorUnits()) <= ROUNDING_MOST) {
            return Optional.of(Explanation.of(Why.ROUNDING));
        }
        boolean swapped = Arrays.equals(digits(line.ourAmount()), digits(line.theirAmount()));
        return swapped ? Optional.of(Explanation.of(Why.SWAPPED_DIGITS)) : Optional.empty();
    }

    private static int[] digits(Money amount) {
        return Long.toString(Math.abs(amount.minorUnits())).chars().sorted().toArray();
    }
}
