package org.saldo.intake.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/** The balances beside the lines of a list, which count only when each is the one before plus the line. */
final class RunningBalance {

    private record Step(Money amount, Optional<Money> balance, boolean opening) {
    }

    /** The last balance, and what was there before the first line when no line says it; both in the signs of the lines. */
    record Found(Optional<Money> before, Money last) {
    }

    private final List<Step> steps = new ArrayList<>();

    void add(Money amount, Optional<Money> balance, boolean opening) {
        steps.add(new Step(amount, balance, opening));
    }

    Optional<Found> find() {
        if (steps.size() < 2 || steps.stream().anyMatch(step -> step.balance().isEmpty())) {
            return Optional.empty();
        }
        for (int sign : new int[] {1, -1}) {
            if (runs(sign)) {
                Money last = signed(steps.get(steps.size() - 1).balance().get(), sign);
                Money before = signed(steps.get(0).balance().get(), sign).minus(steps.get(0).amount());
                boolean stated = steps.stream().anyMatch(Step::opening);
                return Optional.of(new Found(stated || before.isZero() ? Optional.empty() : Optional.of(before), last));
            }
        }
        return Optional.empty();
    }

    private boolean runs(int sign) {
        for (int i = 1; i < steps.size(); i++) {
            Money before = signed(steps.get(i - 1).balance().get(), sign);
            if (!before.plus(steps.get(i).amount()).equals(signed(steps.get(i).balance().get(), sign))) {
                return false;
            }
        }
        return true;
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 ? amount.negated() : amount;
    }
}
