package org.saldo.delivery;

import java.util.List;
import java.util.Objects;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.bridge.Bridge;

/**
 * A bridge and all that is needed to tell it: between whom, what it is about (a statement's number, or the day of the
 * account), the name of the customer's file, and what was noticed while reading it, in English.
 */
public record BridgeLetter(Company company, Customer customer, Bridge bridge, String about, String fileName,
                           List<String> remarks) {

    public BridgeLetter {
        Objects.requireNonNull(bridge, "bridge");
        if (!company.id().equals(customer.id().company())) {
            throw new IllegalArgumentException("customer " + customer.id() + " is not one of company " + company.id());
        }
        remarks = List.copyOf(remarks);
    }
}
