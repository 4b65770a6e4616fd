/**
 * What reminders bring, measured: the effect of each step against customers drawn by lot who get it later, how long it takes
 * until what was asked for is paid, how promises are kept, and what is collected of debts of each age. Pure; amounts in the
 * ledger's currencies, never added across them.
 */
package org.saldo.dunning.measure;
