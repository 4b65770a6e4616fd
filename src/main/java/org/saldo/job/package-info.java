/**
 * The use cases, one class each: load, decide, save and enqueue mail, in one transaction. {@code Jobs} puts
 * them together from the settings.
 */
package org.saldo.job;
