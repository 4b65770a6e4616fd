package org.saldo.statement.bridge;

/** What a line of a customer's list seems to be, by the words beside it. */
public enum TheirKind {
    INVOICE, CREDIT_NOTE, PAYMENT,
    /** The balance that was brought forward. */
    OPENING,
    UNKNOWN;

    /** Whether it lowers what is owed. */
    boolean lowers() {
        return this == CREDIT_NOTE || this == PAYMENT;
    }
}
