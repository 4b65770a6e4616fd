/**
 * The life of a document, a receipt, a customer, a statement or a mail, from the rows that made it.
 */
package org.saldo.store.explain;
