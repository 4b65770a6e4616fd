package org.saldo.delivery;

import java.util.List;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementTerms;

/**
 * To whom of a customer, and in which language, every mail about a statement goes: the statement itself, the question for an
 * answer, the bridge, what was recorded. {@code to} holds the addresses that can be written to; it is empty when none can.
 */
public record StatementAddressee(List<String> to, String language) {

    public StatementAddressee {
        to = List.copyOf(to);
    }

    /** By the terms that hold for the customer's statement; the language is the customer's own unless they name one. */
    public static StatementAddressee of(StatementTerms terms, Customer customer) {
        return new StatementAddressee(terms.addressesOf(customer).stream()
                .flatMap(field -> MailAddress.split(field).stream()).distinct()
                .filter(address -> MailAddress.problemOf(address).isEmpty()).toList(),
                terms.language().orElse(customer.language()));
    }
}
