package org.saldo.store;

/** The database could not do what it should be able to do: it is out of reach, full, broken, or the hub has a bug. */
public final class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Whether it failed because of what was to be written, such as a text that is too long for its column: other rows may be
     * written then. False when the database is the matter.
     */
    public static boolean isOfTheRows(RuntimeException failure) {
        return failure instanceof IllegalArgumentException || failure instanceof ArithmeticException
                || SqlState.of(failure).filter(SqlState::isOfTheRows).isPresent();
    }
}
