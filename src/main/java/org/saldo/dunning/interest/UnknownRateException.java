package org.saldo.dunning.interest;

/**
 * A rate was asked for of a day that its table does not cover: nothing is computed. The message says which table, of which
 * day, until when it is known, and what to do.
 */
public final class UnknownRateException extends RuntimeException {

    UnknownRateException(String message) {
        super(message);
    }
}
