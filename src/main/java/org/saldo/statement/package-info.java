/**
 * The statement of account: what moved on a customer's account in a month, what is open at its end, and the proof that
 * the two agree. Built from values only; a statement that does not prove cannot be made.
 */
package org.saldo.statement;
