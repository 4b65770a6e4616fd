/**
 * Bytes and rows become ledger records, or a rejection that names file, line, field, reason and remedy. A file streams:
 * what is held of it does not grow with it. Nothing here knows the database; what is the same again is for the store.
 */
package org.saldo.intake;
