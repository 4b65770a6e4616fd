package org.saldo.job;

import org.saldo.ledger.Customer;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementTerms;

/** A statement that is proved but not yet made, with the customer as it is known now and what holds for it. */
record Draft(Customer customer, StatementOfAccount statement, StatementTerms terms) {
}
