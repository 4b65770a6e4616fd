package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.account.AsOf;

/** How the customers of a company stand with what they contest, have promised and pay by plan. */
public final class StandingStore {

    private static final int AT_ONCE = 200;

    private final Database database;

    public StandingStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** Every customer that ever had a dispute, a promise or a plan, by number, at the end of {@code day} by what is known now. */
    public void forEach(String company, LocalDate day, BiConsumer<CustomerId, Standing> action) {
        database.jdbi().useHandle(handle -> StandingCustomers.of(handle, company).stream()
                .collect(Collectors.groupingBy(CustomerId::company, TreeMap::new, Collectors.toList()))
                .forEach((of, customers) -> {
                    for (int from = 0; from < customers.size(); from += AT_ONCE) {
                        AsOf some = new AsOf(of, customers.subList(from, Math.min(customers.size(), from + AT_ONCE)).stream()
                                .map(CustomerId::number).toList(), day, StandingReader.NOW);
                        StandingReader.read(handle, some).forEach((number, standing) ->
                                action.accept(new CustomerId(of, number), standing));
                    }
                }));
    }
}
