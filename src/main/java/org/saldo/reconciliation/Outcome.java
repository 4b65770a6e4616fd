package org.saldo.reconciliation;

/** What became of a receipt: posted, put before a person with the answers that fit, or left until more is known. */
public enum Outcome { APPLIED, PROPOSED, DEFERRED }
