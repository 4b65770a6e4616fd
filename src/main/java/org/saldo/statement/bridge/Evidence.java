package org.saldo.statement.bridge;

/** Why lines of both sides stand beside each other. */
public enum Evidence {
    /** The same number. */
    SAME_NUMBER(false),
    /** A number that is also ours for it: a fapiao, a delivery, a payment reference, the document that a payment settled. */
    OTHER_NAME(false),
    /** The number without its prefix, leading zeros or year, and the amount. */
    OTHER_FORM(false),
    /** The lines of one side name those of the other, and their sums say whether they agree. */
    NAMED_TOGETHER(false),
    /** A short part of the number, or a number with another prefix, and the amount. */
    PART_OF_NUMBER(true),
    /** The amount, and the day as far as it is known; nothing else on either side has it. */
    AMOUNT(true),
    /** Several lines of one side have exactly the amount of one of the other, and no others do. */
    SUM(true),
    /** The line stands alone. */
    NONE(false);

    private final boolean toCheck;

    Evidence(boolean toCheck) {
        this.toCheck = toCheck;
    }

    /** Whether a person should look before relying on it. */
    public boolean isToCheck() {
        return toCheck;
    }
}
