/**
 * Lists that customers send of what they believe to owe: CSV, workbooks and PDF tables of any ERP. A list is read when its
 * columns are clear, by their titles or by what stands in them, and refused with the reason when they are not; nothing is
 * guessed, no formula is computed.
 */
package org.saldo.intake.list;
