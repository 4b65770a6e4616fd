package org.saldo.store;

/** What kind of work wrote a batch. */
public enum BatchKind { INTAKE, RECONCILIATION, PERSON, STATEMENT, ANSWER, REMINDER, DELIVERY }
