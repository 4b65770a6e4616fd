package org.saldo.store;

import org.jdbi.v3.core.JdbiException;

/** Another transaction wrote the same key first: doing the work again will see its row. */
public final class KeyClash {

    private KeyClash() {
    }

    public static void asConflict(String what, Runnable insert) {
        try {
            insert.run();
        } catch (JdbiException | StoreException failure) {
            if (SqlState.of(failure).filter(SqlState::isKeyClash).isPresent()) {
                throw new Conflict(what + " was written by another transaction at the same time");
            }
            throw failure;
        }
    }
}
