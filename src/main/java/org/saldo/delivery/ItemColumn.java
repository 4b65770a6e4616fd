package org.saldo.delivery;

/** What may be told of an open item, each in a column; the status only where an item of the statement has one. */
public enum ItemColumn {
    DOCUMENT, ISSUED, DUE, ORIGINAL, PAID, OPEN, DAYS_OVERDUE, STATUS
}
