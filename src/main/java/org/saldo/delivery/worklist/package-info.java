/** The worklist: what waits for a person's decision, as a workbook that comes back filled in, and the mail that brings it. */
package org.saldo.delivery.worklist;
