/** What finance reads of a month of statements: the chart in the mail and the workbook beside it. */
package org.saldo.delivery.finance;
