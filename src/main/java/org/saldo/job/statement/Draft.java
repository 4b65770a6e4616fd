package org.saldo.job.statement;

import java.util.Optional;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementChanges;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementTerms;

/**
 * A statement that is proved but not yet made, with the customer as it is known now and what holds for it. {@code changes}
 * is what differs from the version whose place it takes, if there is one.
 */
record Draft(Customer customer, StatementOfAccount statement, StatementTerms terms, Optional<StatementChanges> changes) {

    /** A first version. */
    Draft(Customer customer, StatementOfAccount statement, StatementTerms terms) {
        this(customer, statement, terms, Optional.empty());
    }
}
