package org.saldo.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
        read(company, head -> latest.put(head.customer, head));
        return directory(latest.values());
    }

    /** Who the payers are when these are the customers, each in one version. */
    static PayerDirectory directory(Collection<Head> customers) {
        PayerDirectory directory = new PayerDirectory();
        customers.forEach(head -> directory.add(head.customer, head.name, head.legalName, head.iban, head.parent));
        return directory;
    }

    /** Every published version of the company's customers, later ones after earlier ones. */
    void read(String company, Consumer<Head> each) {
        long last = 0;
        int read;
        do {
            long after = last;
            List<Head> page = database.jdbi().withHandle(handle -> handle.createQuery("""
                            SELECT c.row_id, c.company, c.customer_id, c.name, c.legal_name, c.iban, c.parent_number, b.known_at
                            FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                            WHERE c.row_id > :after AND b.known_at IS NOT NULL ORDER BY c.row_id LIMIT :most""")
                    .bind("after", after).bind("most", READ_AT_ONCE)
                    .map((row, context) -> new Head(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getString(7), ExportStore.instant(row, "known_at"))).list());
            page.stream().filter(head -> head.company.equals(company)).forEach(each);
            read = page.size();
            last = read == 0 ? last : page.get(read - 1).rowId;
        } while (read == READ_AT_ONCE);
    }

    /** A version of a customer, as far as it says who pays. */
    record Head(long rowId, String company, String customer, String name, String legalName, String iban, String parent,
                Instant knownAt) {
    }
}
