package org.saldo.delivery;

import java.util.Locale;

/** The parts of a statement below its balance. One that has nothing to say is left out. */
public enum StatementSection {
    MOVEMENTS, ITEMS, AGING, RECEIPTS, LATER, PROOF, PAYMENT, REPLY, NOTES;

    /** As it stands in look.yaml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
