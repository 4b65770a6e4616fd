package org.saldo.statement.answer;

/** What came of putting a customer's own list beside our account: every line agrees by its number, or not. */
public enum ListFinding { AGREES, DIFFERS }
