package org.saldo.delivery.export;

import org.saldo.money.Money;

/** Where a receipt's money is. */
public enum ReceiptPlace {
    /** All of it settles items. */
    APPLIED,
    /** A part of it settles items; the rest is unapplied, be it by intention. */
    PARTLY_APPLIED,
    /** Its customer leaves all of it on the account. */
    ON_ACCOUNT,
    /** Its customer is known, and nothing of it is applied. */
    UNAPPLIED,
    /** Nobody knows whose it is. */
    UNIDENTIFIED,
    /** It came back, or it is the return: both are used up by each other. */
    RETURNED,
    /** It is none of the customers'. */
    IGNORED;

    /**
     * @param identified whether it is a customer's
     * @param disposition what was decided beside that: empty, ON_ACCOUNT or NOT_OURS
     * @param applied what of it settles items
     * @param unapplied the rest, signed
     */
    public static ReceiptPlace of(boolean identified, String disposition, Money applied, Money unapplied) {
        if (disposition.equals("NOT_OURS")) {
            return IGNORED;
        }
        if (unapplied.isZero()) {
            return applied.isZero() ? RETURNED : APPLIED;
        }
        if (!identified) {
            return UNIDENTIFIED;
        }
        if (!applied.isZero()) {
            return PARTLY_APPLIED;
        }
        return disposition.equals("ON_ACCOUNT") ? ON_ACCOUNT : UNAPPLIED;
    }
}
