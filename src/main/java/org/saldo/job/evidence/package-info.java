/** What is packed for others to read: the evidence for an auditor or a lawyer, and what is handed over with a debt. */
package org.saldo.job.evidence;
