package org.saldo.store;

import org.jdbi.v3.core.Jdbi;

/**
 * Hands out row ids: unique in the database and ascending in this process, so that the rows of a batch have ids above
 * the batch's own. They are reserved in blocks; what is left of a block when the process ends stays unused.
 */
final class RowIds {

    static final int BLOCK = 1000;

    private final Jdbi jdbi;
    private final SqlDialect dialect;
    private long next;
    private long end;

    RowIds(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    synchronized long next() {
        if (next == end) {
            next = jdbi.withHandle(handle -> handle.createQuery(dialect.nextRowIds()).mapTo(Long.class).one());
            end = next + BLOCK;
        }
        return next++;
    }
}
