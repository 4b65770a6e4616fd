/**
 * Ledger against ledger: a customer's own list beside our account with it, line by line, and the bridge between the two
 * balances. Values and decisions only; where the list comes from and what is said of it is no matter here.
 *
 * <p>All amounts are in our view once the signs of the list are understood: positive is owed to the company.
 */
package org.saldo.statement.bridge;
