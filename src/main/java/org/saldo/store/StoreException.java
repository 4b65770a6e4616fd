package org.saldo.store;

/** The database could not do what it should be able to do: it is out of reach, full, broken, or the hub has a bug. */
public final class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
