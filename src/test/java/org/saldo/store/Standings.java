package org.saldo.store;

import java.time.LocalDate;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.store.exclusion.StandingReader;

/** How customers stand by all that is known now. */
public final class Standings {

    private Standings() {
    }

    public static Standing of(Database database, CustomerId customer, LocalDate day) {
        return database.jdbi().withHandle(handle -> StandingReader.read(handle, customer, day, StandingReader.NOW));
    }
}
