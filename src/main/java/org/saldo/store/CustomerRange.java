package org.saldo.store;

import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.saldo.ledger.CustomerId;

/**
 * All customers of a company from one number to another, in the database's order, as {@code :company}, {@code :first} and
 * {@code :last}. Both databases find a range by the index on company and number; HSQLDB reads the whole table for a list.
 */
public record CustomerRange(String company, String first, String last) {

    /** @param numbers in the database's order */
    public static CustomerRange of(String company, List<String> numbers) {
        return new CustomerRange(company, numbers.get(0), numbers.get(numbers.size() - 1));
    }

    public static CustomerRange of(CustomerId customer) {
        return new CustomerRange(customer.company(), customer.number(), customer.number());
    }

    public Query bind(Query query) {
        return query.bind("company", company).bind("first", first).bind("last", last);
    }
}
