/**
 * The movements of a customer's balance, where the cash of a bank account is, and postings, as of a day and known at
 * an instant.
 */
package org.saldo.store.account;
