package org.saldo.ledger;

/**
 * The accounts that a posting may name. They are roles, not numbers: the general ledger's chart maps each to its own
 * account. RECEIVABLE and UNAPPLIED are kept per customer; what a customer owes is RECEIVABLE less UNAPPLIED.
 */
public enum PostingAccount {
    /** What customers owe by documents. */
    RECEIVABLE,
    /** The company's bank accounts. */
    CASH,
    /** Money that came from a known customer and settles no item yet. */
    UNAPPLIED,
    /** Money of which nobody knows yet whose it is. */
    UNIDENTIFIED,
    /** Money on the bank account that is no receivable's: a person said so. */
    NOT_OURS,
    CASH_DISCOUNT,
    BANK_CHARGE,
    WRITE_OFF,
    FX_DIFFERENCE,
    /**
     * Between two currencies: the cash that a payment gave and what it settled in another currency. In the company's own
     * currency its balance is the realised exchange difference, once the general ledger has valued both sides.
     */
    EXCHANGE,
    WITHHOLDING_TAX,
    SETOFF,
    /** What documents bill before tax. */
    REVENUE,
    /** The tax that documents bill. */
    TAX,
    /** What requests for prepayment ask for: no revenue until something is delivered. */
    PREPAYMENT,
    /** Interest charged for paying late. */
    INTEREST,
    /** Lump sums charged for paying late. */
    FEE,
    /** The other side of what was open when the company went live. */
    OPENING
}
