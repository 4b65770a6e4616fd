package org.saldo.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;

/** The customers who ever had a dispute, a promise or a plan: few, so that the others cost nothing. */
final class StandingCustomers {

    private static final String ALL = """
            SELECT x.company, x.customer_id FROM dispute x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s
            UNION SELECT x.company, x.customer_id FROM payment_promise x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s
            UNION SELECT x.company, x.customer_id FROM instalment_plan x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s
            UNION SELECT x.company, x.customer_id FROM answer_pause x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s""";

    private static final String IN_RANGE = ALL.formatted(
            "x.company = :company AND x.customer_id >= :first AND x.customer_id <= :last");
    private static final String OF_COMPANY = ALL.formatted("(:company = '' OR x.company = :company)");

    private StandingCustomers() {
    }

    /** @param numbers in the database's order, without a gap */
    static Set<String> among(Handle handle, String company, List<String> numbers) {
        Set<String> found = new TreeSet<>();
        CustomerRange.of(company, numbers).bind(handle.createQuery(IN_RANGE))
                .map((row, context) -> found.add(row.getString(2))).list();
        return found;
    }

    /** @param company empty for all */
    static List<CustomerId> of(Handle handle, String company) {
        List<CustomerId> found = new ArrayList<>(handle.createQuery(OF_COMPANY).bind("company", company)
                .map((row, context) -> new CustomerId(row.getString(1), row.getString(2))).list());
        found.sort(Comparator.comparing(CustomerId::company).thenComparing(CustomerId::number));
        return found;
    }
}
