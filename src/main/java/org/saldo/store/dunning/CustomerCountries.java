package org.saldo.store.dunning;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.store.Ledger;

/** The countries in which a company has customers. */
public final class CustomerCountries {

    private CustomerCountries() {
    }

    /** As ISO 3166-1 codes, in their order; what an earlier version of a customer says counts too. */
    public static Set<String> of(Ledger ledger) {
        List<String> countries = ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT c.country FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE b.known_at IS NOT NULL""").mapTo(String.class).list());
        return new TreeSet<>(countries);
    }
}
