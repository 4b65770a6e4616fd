package org.saldo.store.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.reconciliation.CustomerTerms;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.store.Columns;
import org.saldo.store.Database;
import org.saldo.store.people.LearnedPayerRows;

/** Reads a company's customers, of each the latest version, and what was learned into a {@link PayerDirectory}. */
public final class CustomerDirectory {

    private static final int READ_AT_ONCE = 5000;

    private final Database database;

    public CustomerDirectory(Database database) {
        this.database = database;
    }

    /** @param directory without customers yet */
    public PayerDirectory fill(PayerDirectory directory, Company company) {
        Map<String, Head> latest = new HashMap<>();
        read(company.id(), head -> latest.put(head.customer, head));
        return fill(directory, company, latest.values(),
                database.jdbi().withHandle(handle -> LearnedPayerRows.active(handle, company.id())));
    }

    /** @param customers each in one version */
    public static PayerDirectory fill(PayerDirectory directory, Company company, Collection<Head> customers,
                               Collection<LearnedPayerRows.Active> learned) {
        customers.forEach(head -> {
            directory.add(head.customer, head.name, head.legalName, head.iban, head.parent, head.taxId);
            company.references().stream().map(form -> form.of(new CustomerId(company.id(), head.customer)))
                    .flatMap(Optional::stream).forEach(reference -> directory.addReference(head.customer, reference));
            directory.add(head.customer, head.terms);
        });
        learned.forEach(row -> directory.confirm(row.confirmation()));
        directory.learn();
        return directory;
    }

    /** Every published version of the company's customers, later ones after earlier ones. */
    public void read(String company, Consumer<Head> each) {
        long last = 0;
        int read;
        do {
            long after = last;
            List<Head> page = database.jdbi().withHandle(handle -> handle.createQuery("""
                            SELECT c.row_id, c.company, c.customer_id, c.name, c.legal_name, c.iban, c.parent_number,
                                   c.tax_id, c.country, c.segment, c.allocation_policy, b.known_at
                            FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                            WHERE c.row_id > :after AND b.known_at IS NOT NULL ORDER BY c.row_id LIMIT :most""")
                    .bind("after", after).bind("most", READ_AT_ONCE)
                    .map((row, context) -> new Head(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getString(7), row.getString(8),
                            new CustomerTerms(row.getString(9), row.getString(10), row.getString(11)),
                            Columns.instant(row, "known_at"))).list());
            page.stream().filter(head -> head.company.equals(company)).forEach(each);
            read = page.size();
            last = read == 0 ? last : page.get(read - 1).rowId;
        } while (read == READ_AT_ONCE);
    }

    /** A version of a customer, as far as it says who pays. */
    public record Head(long rowId, String company, String customer, String name, String legalName, String iban, String parent,
                String taxId, CustomerTerms terms, Instant knownAt) {
    }
}
