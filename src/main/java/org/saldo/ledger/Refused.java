package org.saldo.ledger;

/**
 * The books do not allow what was asked: nothing was changed. The message says where, what is wrong and what to do,
 * in a form that a person can act on.
 */
public final class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }
}
