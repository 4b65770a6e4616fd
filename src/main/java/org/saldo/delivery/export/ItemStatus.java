package org.saldo.delivery.export;

/** What holds for an open item on the day that is asked for. The first that fits is told. */
public enum ItemStatus {
    /** Its customer is not known yet: it is kept out of reconciliation and mail. */
    WAITING,
    /** A person stopped reminders for it, its customer or the company. */
    BLOCKED,
    /** It, or a part of it, is disputed. */
    DISPUTED,
    /** It, or a part of it, is promised, and the day has not passed. */
    PROMISED,
    /** It is in a plan of instalments that is kept. */
    IN_PLAN,
    /** Its due date has passed; a credit note is never overdue. */
    OVERDUE,
    /** Open and not yet due. */
    OPEN
}
