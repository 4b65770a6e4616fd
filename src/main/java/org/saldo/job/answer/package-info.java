/**
 * Answers of customers, by mail, on the page or on paper: read, bound to their statement or reminder, compared,
 * chased.
 */
package org.saldo.job.answer;
