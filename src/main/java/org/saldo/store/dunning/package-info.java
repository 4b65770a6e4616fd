/**
 * What reminders are decided on and what was said in them; interest charged, credit holds, contacts and what is
 * measured.
 */
package org.saldo.store.dunning;
