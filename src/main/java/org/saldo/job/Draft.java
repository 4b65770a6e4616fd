package org.saldo.job;

import org.saldo.ledger.Customer;
import org.saldo.statement.StatementOfAccount;

/** A statement that is proved but not yet made, with the customer as it is known now. */
record Draft(Customer customer, StatementOfAccount statement) {
}
