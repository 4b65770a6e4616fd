/**
 * The use cases, one class each: load, decide, save and enqueue mail in one transaction.
 */
package org.saldo.job;
