/** Pages as PDF: fonts that are parsed once and embedded as subsets, a sheet to draw on, tables that break over pages. */
package org.saldo.delivery.pdf;
