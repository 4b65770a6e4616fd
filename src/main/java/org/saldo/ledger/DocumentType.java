package org.saldo.ledger;

/** The kinds of document that stand on a customer's account. Amounts on documents are positive; the type gives the sign. */
public enum DocumentType {
    INVOICE, CREDIT_NOTE, DEBIT_NOTE, PREPAYMENT_REQUEST,
    /** Interest that was charged for paying late. */
    INTEREST,
    /** The lump sums that were charged for paying late. */
    FEE;

    /** A credit note lowers what the customer owes; every other document raises it. */
    public boolean isCredit() {
        return this == CREDIT_NOTE;
    }

    /** Whether it was charged because something was paid late; then it bears no interest itself. */
    public boolean isForPayingLate() {
        return this == INTEREST || this == FEE;
    }
}
