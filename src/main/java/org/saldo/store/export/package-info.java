/**
 * Lists, figures and packs that are read from the ledger for people and auditors.
 */
package org.saldo.store.export;
