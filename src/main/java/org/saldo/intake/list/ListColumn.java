package org.saldo.intake.list;

import java.util.Locale;

/** What a column of a customer's list may hold. */
public enum ListColumn {
    /** The number of our document, as the customer writes it. */
    DOCUMENT,
    /** The customer's own number for its entry. */
    VOUCHER,
    TEXT,
    /** What the line is: an invoice, a payment. */
    KIND, DATE, DUE,
    /** What is still open; counts before any other amount. */
    OPEN,
    /** A signed amount. */
    AMOUNT, DEBIT, CREDIT,
    /** On which side an amount without a sign stands. */
    SIDE,
    /** The balance after the line. */
    BALANCE, CURRENCY;

    /** How the settings call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAmount() {
        return this == OPEN || this == AMOUNT || this == DEBIT || this == CREDIT || this == BALANCE;
    }
}
