package org.saldo.ledger;

/** What is agreed or contested about an open item beside its due date. */
public enum ItemMark {
    /** The customer contests it, or a part of it. */
    DISPUTED,
    /** The customer said by when it pays. */
    PROMISED,
    /** It is paid by an agreed plan of instalments. */
    IN_PLAN,
    /** The claim was sold or given as security: a factor or a bank collects it. */
    ASSIGNED,
    /** The customer has answered a reminder, and nobody has looked at it yet; only reminders know of it. */
    PAUSED,
    /** The house keeps it back itself: it owes the same party as much, or may give it up; only reminders know of it. */
    HELD
}
