package org.saldo.reconciliation;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of the rest of a document whose payer had a reason to pay less. */
public enum Remainder {
    /** It stays open with its code, until a document or a person settles it. */
    OPEN("open"),
    /** It is settled with the receipt, as what it is. */
    ALLOCATE("allocate");

    private final String label;

    Remainder(String label) {
        this.label = label;
    }

    /** The name in policies. */
    public String label() {
        return label;
    }

    public static Optional<Remainder> of(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
