package org.saldo.delivery;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Customer;

/** Somebody of the company's to whom a customer can talk; {@code phone} and {@code mail} may be empty, not both. */
public record Contact(String name, String phone, String mail) {

    public Contact {
        if (name.isBlank() || phone.isBlank() && mail.isBlank()) {
            throw new IllegalArgumentException("a contact has a name, and a phone number or a mail address");
        }
        if (!mail.isBlank()) {
            MailAddress.of(mail);
        }
    }

    /** Whom the customers of a company, or of one of its salespersons, talk to; an empty text fits all. */
    public record Rule(String company, String salesperson, Contact contact) {

        boolean fits(Customer customer) {
            return (company.isEmpty() || company.equals(customer.id().company()))
                    && (salesperson.isEmpty() || salesperson.equals(customer.salesperson()));
        }
    }

    /** The contact of the first rule that fits. */
    public static Optional<Contact> of(Customer customer, List<Rule> rules) {
        return rules.stream().filter(rule -> rule.fits(customer)).map(Rule::contact).findFirst();
    }
}
