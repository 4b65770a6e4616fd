package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Database;
import org.saldo.store.Ledger;

/** How the customers of a company stand with what they contest, have promised and pay by plan. */
public final class StandingStore {

    private final Database database;

    public StandingStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** Every customer that ever had a dispute, a promise or a plan, by number, at the end of {@code day} by what is known now. */
    public void forEach(String company, LocalDate day, BiConsumer<CustomerId, Standing> action) {
        database.jdbi().useHandle(handle -> StandingCustomers.of(handle, company).forEach(customer ->
                action.accept(customer, StandingReader.read(handle, customer, day, StandingReader.NOW))));
    }
}
