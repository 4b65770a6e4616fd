/**
 * Cash application, its trial on past days, what it has learned, and the worklist of what is left for people.
 */
package org.saldo.job.reconciliation;
