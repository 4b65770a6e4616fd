/**
 * Reminders from decision to last look, steps inside the house, credit holds, handover, and what reminders have
 * brought.
 */
package org.saldo.job.dunning;
