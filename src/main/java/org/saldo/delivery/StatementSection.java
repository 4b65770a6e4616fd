package org.saldo.delivery;

/** The parts of a statement below its balance. One that has nothing to say is left out. */
public enum StatementSection {
    CHANGES, MOVEMENTS, ITEMS, AGING, RECEIPTS, LATER, PROOF, PAYMENT, REPLY, NOTES;

    /** Whether a statement cannot do without it: it proves, it answers, or the law or the customer's safety wants it said. */
    boolean isNeeded() {
        return this != AGING && this != PAYMENT;
    }
}
