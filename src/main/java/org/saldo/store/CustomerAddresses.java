package org.saldo.store;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.MailAddress;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;

/** The mail addresses that are on file for customers, and whose one is. */
public final class CustomerAddresses {

    private CustomerAddresses() {
    }

    /** The addresses of a customer's record to which mail can be sent, in lower case, each once. */
    public static List<String> of(Customer customer) {
        return Stream.of(customer.email(), customer.statementEmail(), customer.reminderEmail())
                .flatMap(field -> MailAddress.split(field).stream())
                .filter(text -> MailAddress.problemOf(text).isEmpty())
                .map(text -> MailAddress.of(text).address().toLowerCase(Locale.ROOT)).distinct().toList();
    }

    /** Adds the rows by which a new record's addresses are found. */
    public static void add(RowBuffer rows, Customer customer, LongSupplier ids) {
        of(customer).forEach(address -> rows.add(Table.CUSTOMER_ADDRESS, ids.getAsLong(), customer.id().company(),
                customer.id().number(), address));
    }

    /** The customers for whom this address is on file, by their latest master data. */
    public static List<CustomerId> at(Handle handle, String address) {
        String sought = address.toLowerCase(Locale.ROOT);
        return handle.createQuery("""
                        SELECT DISTINCT a.company, a.customer_id FROM customer_address a
                        JOIN batch b ON b.batch_id = a.batch_id AND b.known_at IS NOT NULL
                        WHERE a.address = :address ORDER BY a.company, a.customer_id""")
                .bind("address", sought).map((row, context) -> new CustomerId(row.getString(1), row.getString(2))).list().stream()
                .filter(id -> CustomerColumns.latest(handle, id).filter(now -> of(now).contains(sought)).isPresent()).toList();
    }
}
