package org.saldo.statement.bridge;

/** How the amounts of a list become ours, whose positive is owed to the company. */
public enum Signs {
    /** The customer writes what it owes as positive. */
    AS_WRITTEN,
    /** The customer writes what it owes as negative, as its own accounts payable do. */
    REVERSED,
    /** All amounts are without a sign; what each line is says which way it goes. */
    BY_KIND
}
