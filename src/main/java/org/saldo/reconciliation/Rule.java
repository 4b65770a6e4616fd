package org.saldo.reconciliation;

import java.util.Optional;

/** The rules by which a receipt is applied, in the order in which they are tried. {@link #NONE}: no rule applied it. */
public enum Rule {
    /** A returned payment reopens what it had paid. */
    RETURN("return"),
    /** Documents of one customer are quoted and their open amounts add up to the receipt. */
    QUOTED_EXACT("quoted-exact"),
    /** A remittance advice of the payer names documents and amounts that add up to the receipt. */
    ADVICE_EXACT("advice-exact"),
    /** The identified payer quotes one document and pays less than is open. */
    PART_PAYMENT("part-payment"),
    /** The identified payer has one open item of exactly this amount, and nothing else fits. */
    ONLY_ITEM_OF_AMOUNT("only-item-of-amount"),
    NONE("none");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** The rule's name in policies, exports and explanations. */
    public String label() {
        return label;
    }

    public static Optional<Rule> of(String label) {
        for (Rule rule : values()) {
            if (rule != NONE && rule.label.equals(label)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
