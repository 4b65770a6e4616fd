/** Lists that leave the house as CSV, JSON or a workbook: their columns, and how a value stands in each format. */
package org.saldo.delivery.export;
