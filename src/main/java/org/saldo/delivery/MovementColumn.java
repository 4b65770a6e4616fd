package org.saldo.delivery;

/** What may be told of a movement, each in a column. */
public enum MovementColumn {
    DATE, ENTRY, REFERENCE, AMOUNT, BALANCE
}
