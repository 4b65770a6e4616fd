package org.saldo.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What customers are called, by company and number, in the version known at an instant. */
public final class CustomerNames {

    private static final String SQL = """
            SELECT c.company, c.customer_id, c.name, c.row_id, b.known_at FROM customer c JOIN batch b ON b.batch_id = c.batch_id
            WHERE b.known_at IS NOT NULL AND c.customer_id IN (<keys>) ORDER BY c.row_id""";

    private CustomerNames() {
    }

    public static Map<String, String> of(Handle handle, Instant knownAt, Collection<String> numbers) {
        Map<String, String> names = new HashMap<>();
        InList.query(handle.getConnection(), SQL, numbers, row -> {
            if (!row.getObject("known_at", OffsetDateTime.class).toInstant().isAfter(knownAt)) {
                names.put(key(row.getString("company"), row.getString("customer_id")), row.getString("name"));
            }
        });
        return names;
    }

    public static String in(Map<String, String> names, String company, String number) {
        return names.getOrDefault(key(company, number), "");
    }

    private static String key(String company, String number) {
        return company + "\n" + number;
    }
}
