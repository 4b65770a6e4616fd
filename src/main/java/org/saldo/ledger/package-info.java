/**
 * The nouns that everybody shares: who owes (customer), what is owed (document, open item), what came in
 * (receipt, remittance line), what settled what (allocation), and what the books say of it (movement, posting).
 * Values only: no clock, no database, no log.
 */
package org.saldo.ledger;
