/**
 * Late-payment interest and lump sums: by which law, on what amount, from when to when, at which rate, line by line. Pure
 * Java: rates, laws and days are arguments, nothing is extrapolated, and interest bears no interest.
 */
package org.saldo.dunning.interest;
