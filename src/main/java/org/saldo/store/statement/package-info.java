/**
 * Statements that were made, their register, the months that are done, and accounts that were released to be printed.
 */
package org.saldo.store.statement;
