package org.saldo.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks for many keys at once: {@code {keys}} in the SQL is a table {@code n} with the column {@code sought}. So both
 * databases find each row by its index, where HSQLDB reads the whole table for a list.
 */
final class KeyList {

    private KeyList() {
    }

    /** @param keys at least one */
    static Query query(Handle handle, String sql, List<String> keys) {
        String table = IntStream.range(0, keys.size()).mapToObj(i -> "CAST(:n" + i + " AS VARCHAR(200))")
                .collect(Collectors.joining(", ", "UNNEST(ARRAY[", "]) AS n(sought)"));
        Query query = handle.createQuery(sql.replace("{keys}", table));
        for (int i = 0; i < keys.size(); i++) {
            query.bind("n" + i, keys.get(i));
        }
        return query;
    }
}
