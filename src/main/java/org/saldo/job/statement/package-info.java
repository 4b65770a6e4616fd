/**
 * The month: statements are built, proved, drawn, kept, released and sent; the accounts that are printed on them.
 */
package org.saldo.job.statement;
