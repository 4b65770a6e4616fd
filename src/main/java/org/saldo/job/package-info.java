/**
 * The use cases, one class each: load, decide, save and enqueue mail, in one transaction. {@link org.saldo.job.Jobs} puts
 * them together from the settings.
 */
package org.saldo.job;
