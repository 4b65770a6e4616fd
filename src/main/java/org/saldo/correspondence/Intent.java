package org.saldo.correspondence;

/** What a customer wants to say by a reply. */
public enum Intent {
    /** The balance is agreed to. */
    CONFIRM,
    /** The balance or a document is not agreed to, or payment is refused. */
    DISPUTE,
    /** Agreed to in part, in principle or under a condition. */
    PARTLY,
    /** Money will come. */
    PROMISE,
    /** Money was sent. */
    PAID_ALREADY,
    /** He asks to pay in parts. */
    INSTALMENTS,
    /** He asks something, or asks for something. */
    QUESTION,
    /** He is not the one to ask. */
    WRONG_CONTACT,
    /** A machine says that he is away. */
    OUT_OF_OFFICE,
    /** He wants no more such mails. */
    UNSUBSCRIBE,
    /** Bank details are said to have changed: suspected fraud until proved otherwise, by telephone. */
    BANK_CHANGE,
    /** He complains, or speaks of lawyers or of insolvency. */
    COMPLAINT,
    /** Nothing of these: thanks, an empty mail, irony, what cannot be read. */
    OTHER
}
