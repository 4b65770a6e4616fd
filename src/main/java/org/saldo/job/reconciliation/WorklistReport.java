package org.saldo.job.reconciliation;

import java.util.List;

/**
 * What became of the worklists of a day.
 *
 * @param written    how many companies have a new one
 * @param waiting    how many receipts wait, of these companies
 * @param notWritten the others, each with the reason
 */
public record WorklistReport(int written, int waiting, List<String> notWritten) {
}
