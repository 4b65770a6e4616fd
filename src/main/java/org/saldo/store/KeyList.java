package org.saldo.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks for many keys at once: {@code {keys}} in the SQL is a table {@code n} with the column {@code sought}. So both
 * databases find each row by its index, where HSQLDB reads the whole table for a list.
 */
public final class KeyList {

    private static final String KEYS = "UNNEST(CAST(:keys AS VARCHAR(200) ARRAY)) AS n(sought)";

    private KeyList() {
    }

    public static Query query(Handle handle, String sql, List<String> keys) {
        return handle.createQuery(sql.replace("{keys}", KEYS)).bindArray("keys", String.class, keys);
    }
}
