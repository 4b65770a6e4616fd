package org.saldo.store;

import java.util.Map;

/** The few places where HSQLDB and PostgreSQL cannot share one SQL text. */
public enum SqlDialect {

    HSQLDB("CALL NEXT VALUE FOR ledger_row_id", Map.of("bytes", "VARBINARY(64M)", "references_batch", "",
            "index_on_foreign_key", "-- made by the foreign key:", "store_unpacked", "-- nothing is packed there:",
            "on_hsqldb", "", "on_postgresql", "-- on PostgreSQL:")),
    POSTGRESQL("SELECT nextval('ledger_row_id')", Map.of("bytes", "BYTEA", "references_batch", "REFERENCES batch",
            "index_on_foreign_key", "CREATE INDEX", "store_unpacked", "ALTER TABLE", "on_hsqldb", "-- on HSQLDB:",
            "on_postgresql", ""));

    private final String nextRowIds;
    private final Map<String, String> migrationPlaceholders;

    SqlDialect(String nextRowIds, Map<String, String> migrationPlaceholders) {
        this.nextRowIds = nextRowIds;
        this.migrationPlaceholders = migrationPlaceholders;
    }

    static SqlDialect of(String url) {
        if (url.startsWith("jdbc:hsqldb:")) {
            return HSQLDB;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new StoreException("db.url: '" + url.replaceAll("\\?.*", "") + "' is neither jdbc:hsqldb: nor jdbc:postgresql:");
    }

    /** Reserves the next block of {@link RowIds#BLOCK} row ids and returns its first. */
    String nextRowIds() {
        return nextRowIds;
    }

    /** How many keys to look up by one query: HSQLDB reads the whole table for a list, but a single key by its index. */
    public int keysAtOnce() {
        return this == HSQLDB ? 1 : 500;
    }

    /** Behind a SELECT: the rows that it finds are not changed by others until this transaction ends. */
    String heldUntilTheEnd() {
        return this == HSQLDB ? "" : " FOR SHARE";
    }

    Map<String, String> migrationPlaceholders() {
        return migrationPlaceholders;
    }
}
