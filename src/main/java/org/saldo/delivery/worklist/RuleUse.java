package org.saldo.delivery.worklist;

import java.util.Comparator;
import org.saldo.money.Money;

/**
 * What one rule applied in one currency.
 *
 * @param lines     documents that it settled with cash, each payment's counted by itself
 * @param amount    of the payments, without their signs
 * @param takenBack of the payments: those of which people have taken something back within 90 days
 */
public record RuleUse(String rule, long payments, long lines, Money amount, long takenBack) {

    /** Those of which most is taken back first, then the most used. */
    public static final Comparator<RuleUse> WEAKEST_FIRST = Comparator.comparingDouble((RuleUse use) ->
            (double) use.takenBack() / use.payments()).thenComparingLong(RuleUse::payments).reversed()
            .thenComparing(RuleUse::rule);

    RuleUse plus(RuleUse other) {
        return new RuleUse(rule, payments + other.payments, lines + other.lines, amount.plus(other.amount),
                takenBack + other.takenBack);
    }
}
