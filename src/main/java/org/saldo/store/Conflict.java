package org.saldo.store;

/** Another transaction changed what this one had read; nothing was written, and doing it again will read the new state. */
public final class Conflict extends RuntimeException {

    public Conflict(String message) {
        super(message);
    }
}
