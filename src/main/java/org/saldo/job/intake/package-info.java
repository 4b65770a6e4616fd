/**
 * Taking in: the inbox, one file, a source database's rows, and what was refused.
 */
package org.saldo.job.intake;
