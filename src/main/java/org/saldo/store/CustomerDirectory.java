package org.saldo.store;

import java.util.HashMap;
import java.util.Map;
import org.saldo.reconciliation.PayerDirectory;

/** Reads a company's customers, of each the latest version, into a {@link PayerDirectory}. */
final class CustomerDirectory {

    private static final int READ_AT_ONCE = 5000;

    private final Database database;

    CustomerDirectory(Database database) {
        this.database = database;
    }

    PayerDirectory of(String company) {
        Map<String, Head> latest = new HashMap<>();
        long last = 0;
        int read;
        do {
            long after = last;
            var page = database.jdbi().withHandle(handle -> handle.createQuery("""
                            SELECT c.row_id, c.company, c.customer_id, c.name, c.legal_name, c.iban, c.parent_number
                            FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                            WHERE c.row_id > :after AND b.known_at IS NOT NULL ORDER BY c.row_id LIMIT :most""")
                    .bind("after", after).bind("most", READ_AT_ONCE)
                    .map((row, context) -> new Head(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getString(7))).list());
            page.stream().filter(head -> head.company.equals(company)).forEach(head -> latest.put(head.customer, head));
            read = page.size();
            last = read == 0 ? last : page.get(read - 1).rowId;
        } while (read == READ_AT_ONCE);
        PayerDirectory directory = new PayerDirectory();
        latest.values().forEach(head -> directory.add(head.customer, head.name, head.legalName, head.iban, head.parent));
        return directory;
    }

    private record Head(long rowId, String company, String customer, String name, String legalName, String iban, String parent) {
    }
}
