package org.saldo.delivery.worklist;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * How far rules came with the payments of one currency.
 *
 * @param amount        of all payments, without their signs
 * @param applied       by a rule
 * @param appliedAmount of those, without their signs
 * @param takenBack     of the applied ones: those of which people have taken something back within 90 days
 * @param byRule        the applied ones by the rule that did it
 */
public record RuleFigures(long payments, Money amount, long applied, Money appliedAmount, long proposed, long deferred,
                          long takenBack, List<RuleUse> byRule) {

    public RuleFigures {
        byRule = List.copyOf(byRule);
    }

    public RuleFigures plus(RuleFigures other) {
        return new RuleFigures(payments + other.payments, amount.plus(other.amount), applied + other.applied,
                appliedAmount.plus(other.appliedAmount), proposed + other.proposed, deferred + other.deferred,
                takenBack + other.takenBack, List.copyOf(Stream.concat(byRule.stream(), other.byRule.stream())
                        .collect(Collectors.toMap(RuleUse::rule, use -> use, RuleUse::plus, TreeMap::new)).values()));
    }
}
