package org.saldo.delivery.export;

/** What holds for an open item on the day that is asked for. The first that fits is told. */
public enum ItemStatus {
    /** Its customer is not known yet: it is kept out of reconciliation and mail. */
    WAITING,
    /** A person stopped reminders for it, its customer or the company. */
    BLOCKED,
    /** Its due date has passed; a credit note is never overdue. */
    OVERDUE,
    /** Open and not yet due. */
    OPEN
}
