package org.saldo.store.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.ledger.CustomerId;

/**
 * A question about accounts: whose, the last day that counts, and the instant up to which the ledger is looked at. A query
 * joins {@code {customers}}, a table {@code n} with the column {@code customer_id}: so both databases find each customer's
 * rows by the index on company and customer, where HSQLDB reads the whole table for a list or a range.
 */
public record AsOf(String company, List<String> customers, LocalDate day, Instant knownAt) {

    /** One parameter however many they are: HSQLDB copies the whole text for each that it finds in it. */
    private static final String CUSTOMERS = "UNNEST(CAST(:customers AS VARCHAR(60) ARRAY)) AS n(customer_id)";

    public static AsOf of(CustomerId customer, LocalDate day, Instant knownAt) {
        return new AsOf(customer.company(), List.of(customer.number()), day, knownAt);
    }

    /** The query with all of it bound; {@code sql} may name {@code :knownAt}. */
    public Query query(Handle handle, String sql) {
        Query query = handle.createQuery(sql.replace("{customers}", CUSTOMERS))
                .bindArray("customers", String.class, customers).bind("company", company).bind("day", day);
        if (sql.contains(":knownAt")) {
            query.bind("knownAt", knownAt.atOffset(ZoneOffset.UTC));
        }
        return query;
    }
}
