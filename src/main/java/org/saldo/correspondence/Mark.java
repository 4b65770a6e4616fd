package org.saldo.correspondence;

/** What a person should know before he answers, whatever the intent. */
public enum Mark {
    /** New bank details are announced; nobody may follow them without a call to a known number. */
    SUSPECTED_FRAUD,
    /** He is angry. */
    COMPLAINT,
    /** A lawyer, a court or an agency is named. */
    LAWYER,
    /** Insolvency, administration or liquidation is named. */
    INSOLVENCY
}
