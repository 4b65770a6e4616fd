/**
 * The way of records into the ledger: files and polls of source databases, what is known already, what changed.
 */
package org.saldo.store.intake;
