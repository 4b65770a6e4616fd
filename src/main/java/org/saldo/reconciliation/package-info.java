/**
 * Cash application: who paid, which documents were quoted, and what follows. Pure: {@link org.saldo.reconciliation.Reconciler}
 * gets a receipt with what is known beside it and returns a {@link org.saldo.reconciliation.Verdict}, always the same for
 * the same input. No rule guesses: where two answers fit, a person is asked.
 */
package org.saldo.reconciliation;
