package org.saldo.ledger;

/** Why an allocation lowers what is open. Only {@link #PAYMENT} and {@link #REFUND} use up a receipt's cash. */
public enum AllocationKind {
    /** Cash of a receipt settles an item. */
    PAYMENT,
    /** The earned discount for early payment. */
    CASH_DISCOUNT,
    /** A credit note is netted against an invoice. */
    CREDIT_NOTE,
    WRITE_OFF,
    BANK_CHARGE,
    FX_DIFFERENCE,
    WITHHOLDING_TAX,
    /** Cash of a receipt went back: by a returned payment or a transfer. */
    REFUND,
    /** Netted against what the company owes the customer. */
    SETOFF;

    /** Whether it uses up cash of the receipt that it names. */
    public boolean usesCash() {
        return this == PAYMENT || this == REFUND;
    }

    /** Whether it lowers the customer's balance by itself; cash and credit notes did so when they came in. */
    public boolean lowersBalance() {
        return switch (this) {
            case PAYMENT, REFUND, CREDIT_NOTE -> false;
            default -> true;
        };
    }
}
