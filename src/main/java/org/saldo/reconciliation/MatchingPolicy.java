package org.saldo.reconciliation;

import java.util.EnumSet;
import java.util.Set;

/**
 * What cash application may do by itself.
 *
 * @param version             the name under which decisions record this policy
 * @param rules               the rules that are on; what another rule would have applied is proposed
 * @param minimumDigits       a number in a text with fewer digits is no reference
 * @param partPaymentDigits   a quoted number with fewer digits proves a part payment not well enough
 * @param searchedItems       up to this many open items of a payer another answer can be ruled out
 * @param adviceDays          how many days a payment may be away from the day that its remittance advice names
 */
public record MatchingPolicy(String version, Set<Rule> rules, int minimumDigits, int partPaymentDigits, int searchedItems,
                             int adviceDays) {

    public MatchingPolicy {
        rules = rules.isEmpty() ? EnumSet.noneOf(Rule.class) : EnumSet.copyOf(rules);
        atLeast(1, minimumDigits, "minimum digits");
        atLeast(minimumDigits, partPaymentDigits, "digits for a part payment");
        atLeast(1, searchedItems, "searched items");
        atLeast(0, adviceDays, "advice days");
        if (version.isBlank() || version.length() > 40) {
            throw new IllegalArgumentException("the policy's version must have 1 to 40 characters, was '" + version + "'");
        }
    }

    /** The policy that is shipped: every rule on. */
    public static MatchingPolicy shipped() {
        return new MatchingPolicy("1", EnumSet.complementOf(EnumSet.of(Rule.NONE)), 3, 4, 60, 5);
    }

    public boolean allows(Rule rule) {
        return rules.contains(rule);
    }

    private static void atLeast(int least, int number, String what) {
        if (number < least) {
            throw new IllegalArgumentException(what + " must be " + least + " or more, was " + number);
        }
    }
}
