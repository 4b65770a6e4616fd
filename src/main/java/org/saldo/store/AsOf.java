package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;

/** A question about a customer's account: the last day that counts, and the instant up to which the ledger is looked at. */
record AsOf(CustomerId customer, LocalDate day, Instant knownAt) {

    Query query(Handle handle, String sql) {
        return handle.createQuery(sql).bind("company", customer.company()).bind("customer", customer.number())
                .bind("day", day).bind("knownAt", knownAt.atOffset(ZoneOffset.UTC));
    }
}
