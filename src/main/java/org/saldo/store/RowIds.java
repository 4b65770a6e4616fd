package org.saldo.store;

import org.jdbi.v3.core.Jdbi;

/**
 * Hands out row ids: unique in the database and ascending. Each batch has its own, so that of two batches that change the
 * same thing, the one that came second, and therefore began or began again later, has the higher ids in whatever process
 * it runs. Ids are reserved in blocks; what is left of a block stays unused.
 */
public final class RowIds {

    static final int BLOCK = 1000;

    private final Jdbi jdbi;
    private final SqlDialect dialect;
    private long next;
    private long end;

    RowIds(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    public synchronized long next() {
        if (next == end) {
            next = jdbi.withHandle(handle -> handle.createQuery(dialect.nextRowIds()).mapTo(Long.class).one());
            end = next + BLOCK;
        }
        return next++;
    }
}
