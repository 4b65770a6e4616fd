package org.saldo.correspondence;

import java.util.Locale;

/** What words of the configuration are about. */
public enum Topic {
    /** The balance is agreed to. */
    AGREE,
    /** Polite, but no agreement to a balance: a bare yes, ok, noted. */
    WEAK,
    /** The mail has arrived; nothing more. */
    RECEIVED,
    DISAGREE,
    /** Turns what stands near into its contrary. */
    NOT,
    /** If, unless, subject to. */
    CONDITION,
    /** But, except, in principle, almost: less than the whole is meant. */
    EXCEPTION,
    PROMISE,
    PAID,
    /** A payment without a word on when: the day beside it says whether it was made or will be. */
    PAYMENT,
    /** Passed for payment; of a balance it is agreement. */
    APPROVED,
    /** What is left after a part: a condition behind it does not touch that part. */
    REST,
    /** Says what his own books show: with the amount asked about it agrees, with another one it does not. */
    STANDS,
    /** What came from us to remind: what is wrong with it is a complaint, and no document is disputed by it. */
    NOTICE,
    /** Is still to be looked at: what is said beside it is not said for good. */
    UNDECIDED,
    INSTALMENTS,
    QUESTION,
    WRONG_CONTACT,
    OUT_OF_OFFICE,
    UNSUBSCRIBE,
    BANK_CHANGE,
    COMPLAINT,
    LAWYER,
    INSOLVENCY,
    /** Announces the last day of an absence. */
    UNTIL,
    /** Announces the first day after an absence. */
    BACK,
    /** Says by its tense that a payment is to come. */
    LATER,
    /** Says by its tense that a payment was made. */
    DONE,
    /** Announces a document's number. */
    DOCUMENT,
    /** Announces the reference of a payment. */
    REFERENCE,
    /** Says nothing, and is listed so that it is not taken for a word of another language. */
    NEUTRAL,
    /** Says nothing by itself and may stand in a clear confirmation. */
    HARMLESS,
    GREETING,
    /** Ends a letter; what follows is a signature. */
    SIGN_OFF,
    POSTSCRIPT,
    /** Is in the line above a quotation: "wrote". */
    ATTRIBUTION,
    /** Stands alone above an old mail: "original message". */
    ORIGINAL,
    /** Heads of an old mail: "from", "sent", "subject". */
    HEAD,
    DISCLAIMER,
    /** "Sent from my phone". */
    DEVICE,
    /** A bare yes where it is the whole answer, and nothing anywhere else. */
    ALONE_YES,
    /** A no where it is the whole answer, and nothing anywhere else. */
    ALONE_NO;

    /** As it is written in the configuration, such as {@code sign-off}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
