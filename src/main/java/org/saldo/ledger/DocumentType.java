package org.saldo.ledger;

/** The kinds of document that stand on a customer's account. Amounts on documents are positive; the type gives the sign. */
public enum DocumentType {
    INVOICE, CREDIT_NOTE, DEBIT_NOTE, PREPAYMENT_REQUEST;

    /** A credit note lowers what the customer owes; every other document raises it. */
    public boolean isCredit() {
        return this == CREDIT_NOTE;
    }
}
