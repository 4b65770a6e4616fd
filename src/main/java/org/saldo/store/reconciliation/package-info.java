/**
 * What cash application reads (open items, waiting receipts, customers, advices) and what it decides, written in
 * bounded transactions.
 */
package org.saldo.store.reconciliation;
