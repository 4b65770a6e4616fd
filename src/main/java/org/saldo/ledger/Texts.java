package org.saldo.ledger;

/** The one check that every key of the ledger needs. */
final class Texts {

    private Texts() {
    }

    static void require(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
    }
}
