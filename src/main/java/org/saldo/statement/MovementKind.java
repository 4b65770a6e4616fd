package org.saldo.statement;

/** What a movement on a customer's account is, in the order in which movements of one day are shown. */
public enum MovementKind {
    INVOICE(Group.DOCUMENTS),
    DEBIT_NOTE(Group.DOCUMENTS),
    PREPAYMENT_REQUEST(Group.DOCUMENTS),
    INTEREST(Group.DOCUMENTS),
    FEE(Group.DOCUMENTS),
    CREDIT_NOTE(Group.CREDIT_NOTES),
    /** A document was voided or replaced by a new version. */
    CANCELLATION(Group.OTHER),
    RECEIPT(Group.PAYMENTS),
    RETURNED_PAYMENT(Group.PAYMENTS),
    /** Money that the company paid to the customer. */
    PAID_OUT(Group.PAYMENTS),
    /** Cash on one customer's account settled a document of another. */
    TRANSFER(Group.OTHER),
    /** Cash of one currency settled a document of another: it left the one account and counts on the other. */
    EXCHANGE(Group.OTHER),
    CASH_DISCOUNT(Group.DEDUCTIONS),
    WRITE_OFF(Group.DEDUCTIONS),
    BANK_CHARGE(Group.DEDUCTIONS),
    FX_DIFFERENCE(Group.DEDUCTIONS),
    WITHHOLDING_TAX(Group.DEDUCTIONS),
    SETOFF(Group.DEDUCTIONS);

    /** The lines of the printed proof. */
    public enum Group { DOCUMENTS, CREDIT_NOTES, PAYMENTS, DEDUCTIONS, OTHER }

    private final Group group;

    MovementKind(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
