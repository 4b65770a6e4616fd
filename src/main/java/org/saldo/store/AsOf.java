package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A question about accounts: whose, the last day that counts, and the instant up to which the ledger is looked at. */
record AsOf(CustomerRange customers, LocalDate day, Instant knownAt) {

    Query query(Handle handle, String sql) {
        return customers.bind(handle.createQuery(sql))
                .bind("day", day).bind("knownAt", knownAt.atOffset(ZoneOffset.UTC));
    }
}
