package org.saldo.store.intake;

import java.util.List;
import java.util.function.LongSupplier;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Customer;
import org.saldo.ledger.ReferenceKey;
import org.saldo.store.CustomerAddresses;
import org.saldo.store.RowBuffer;
import org.saldo.store.Table;

/** Customers: the latest row of a number is the customer as he is now. */
final class CustomerRows implements RecordRows<Customer> {

    private static final int NAME_KEY_MAX = 200;

    @Override
    public Table table() {
        return Table.CUSTOMER;
    }

    @Override
    public List<String> key() {
        return List.of("company", "customer_id");
    }

    @Override
    public String lookup() {
        return "customer_id";
    }

    @Override
    public List<String> content() {
        return List.of("name", "country", "language_code", "currency", "email", "iban", "payment_terms", "salesperson",
                "legal_name", "tax_id", "statement_email", "reminder_email", "contact_name", "time_zone", "segment",
                "credit_limit", "dunning_policy", "allocation_policy", "parent_number", "intercompany", "natural_person",
                "street", "postal_code", "city", "region", "reminder_stop", "reminder_stop_until");
    }

    @Override
    public boolean isReplaceable() {
        return true;
    }

    @Override
    public Object[] values(Customer c, String source) {
        return new Object[] {c.id().company(), c.id().number(), c.name(), nameKey(c.name()), c.country(), c.language(),
            c.currency(), c.email(), c.iban(), c.paymentTerms(), c.salesperson(), c.legalName(), nameKey(c.legalName()),
            c.taxId(), c.statementEmail(), c.reminderEmail(), c.contactName(), c.timeZone(), c.segment(),
            DocumentRows.decimal(c.creditLimit()), c.dunningPolicy(), c.allocationPolicy(), c.parentNumber(),
            c.intercompany(), c.naturalPerson(), c.postal().street(), c.postal().postalCode(), c.postal().city(),
            c.postal().region(), c.stop().kind().map(BlockKind::name).orElse(""), c.stop().until().orElse(null), source, null};
    }

    @Override
    public void addBeside(RowBuffer rows, long id, Customer customer, LongSupplier ids) {
        CustomerAddresses.add(rows, customer, ids);
    }

    /** Names are compared by their beginning, so a name that grows too long in plain letters is cut. */
    private static String nameKey(String name) {
        String key = ReferenceKey.of(name);
        if (key.length() <= NAME_KEY_MAX) {
            return key;
        }
        boolean splitsACharacter = Character.isHighSurrogate(key.charAt(NAME_KEY_MAX - 1));
        return key.substring(0, splitsACharacter ? NAME_KEY_MAX - 1 : NAME_KEY_MAX);
    }

    @Override
    public String label(Customer customer) {
        return "customer " + customer.id().number();
    }

    @Override
    public String company(Customer customer) {
        return customer.id().company();
    }
}
