package org.saldo.store;

import java.sql.SQLException;
import java.util.Optional;

/** The five letters of ISO/IEC 9075 by which a database says what went wrong. */
public record SqlState(String code) {

    public static Optional<SqlState> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(new SqlState(sql.getSQLState()));
            }
        }
        return Optional.empty();
    }

    /** Class 40: the database rolled back because of others, and the same may succeed now. */
    boolean isTransient() {
        return code.startsWith("40");
    }

    /** Class 22: a value does not fit; class 23: a constraint does not hold. */
    boolean isOfTheRows() {
        return code.startsWith("22") || code.startsWith("23");
    }

    /** A unique key is there already. */
    public boolean isKeyClash() {
        return code.equals("23505");
    }
}
