package org.saldo.statement;

/** The figures of a statement do not agree, so it was not made. The message names the figures. */
public final class UnprovedException extends RuntimeException {

    public UnprovedException(String message) {
        super(message);
    }
}
