package org.saldo.reconciliation;

/**
 * A payment that confirms for whom a payer pays, by proofs other than who the payer is.
 *
 * @param key     of an account as {@link org.saldo.ledger.ReferenceKey}, of a name as {@link CompanyForms#of}, or a
 *                customer's number
 * @param payment the payment's id, for people
 */
public record Confirmation(Kind kind, String key, String customer, String payment) {

    /** More confirmations for one customer would prove nothing more, and are not kept. */
    public static final int MOST_PAYMENTS = 3;
    /** Nor for more customers: who pays for two speaks for nobody. */
    public static final int MOST_CUSTOMERS = 5;

    /** What of the payer is confirmed. */
    public enum Kind {
        /** An account that is not on file. */
        ACCOUNT,
        /** A name that is not on file. */
        NAME,
        /** A customer, who pays for another one. */
        CUSTOMER
    }
}
