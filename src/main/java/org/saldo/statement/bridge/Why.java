package org.saldo.statement.bridge;

/** Why lines differ, as far as the ledgers tell. Each may come with a reference, a day and an amount. */
public enum Why {
    /** There is nothing to explain. */
    NOTHING,
    /** A part of it was settled with us by a payment that the customer has not booked against it. */
    PART_PAID,
    /** A payment that we had after the cut-off settles it, or the part that differs. */
    PAID_LATER,
    CREDIT_NOTE, CASH_DISCOUNT, DEDUCTION, TAX, ROUNDING, SWAPPED_DIGITS,
    /** As much is on the customer's account with us as unapplied cash. */
    UNAPPLIED_CASH,
    /** The customer has taken this credit or payment off a document, so that it does not list it. */
    TAKEN_OFF,
    /** The balance before the first day compared is another one. */
    EARLIER_PERIOD,
    /** The list has its number twice. */
    LISTED_TWICE,
    /** The list's own total is not the sum of its lines. */
    TOTAL_OF_LIST,
    /** We hold it settled, or void, since that day. */
    SETTLED_WITH_US, VOID_WITH_US,
    /** The payment is with us, and was applied. */
    APPLIED_WITH_US,
    /** It was issued, or came in, after our cut-off. */
    AFTER_OUR_CUT_OFF, RECEIVED_LATER,
    /** It is younger than the list. */
    AFTER_THEIR_LIST,
    /** It was sent a few days before the other side's list ends. */
    ON_ITS_WAY, SENT_NOT_RECEIVED,
    /** A payment that we do not have, although it should be here by now. */
    NOT_RECEIVED,
    /** It lowers what the customer owes by its books, and we have issued no such credit. */
    NO_SUCH_CREDIT,
    /** A document of ours, but of another account. */
    OTHER_ACCOUNT,
    /** A document or payment of ours that the customer's list does not have. */
    NOT_WITH_THEM,
    /** We know no such line. */
    UNKNOWN_TO_US,
    /** The lines of one side sum up to zero. */
    CANCELS_OUT,
    /** Nothing that is known explains the amount. */
    UNEXPLAINED
}
