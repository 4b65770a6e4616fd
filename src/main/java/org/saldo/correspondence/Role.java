package org.saldo.correspondence;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a word does in a sentence that agrees to a balance; a sentence wholly made of such words is read by its grammar. */
public enum Role {
    /** Who writes. */
    WE,
    /** Whoever is written to, where he acts: never part of a yes. */
    YOU,
    /** A verb that also asks or orders: it agrees only with a {@link #WE}. */
    AGREE,
    /** Agrees by its form: a participle, or a verb that can only be ours. */
    AGREED,
    /** What is agreed to: the balance, the statement, it. */
    CLAIM,
    /** What came: it may be confirmed without what stands in it. */
    MAIL,
    IS,
    /** Is being: with "agreed" it agrees now, with "checked" it is not yet done. */
    BECOMES,
    /** Says that a claim is right, behind "is" or at the end. */
    RIGHT,
    /** A verb that says so by itself. */
    FITS,
    /** Says that two things are alike, whichever stands first. */
    SAME,
    /** Where we keep our figures. */
    BOOKS,
    OUR,
    YOUR,
    /** No, without. */
    LACK,
    /** None, not any: may stand beside a {@link #LACK} without turning it. */
    NONE,
    /** What is found when it is not right. */
    FLAW,
    /** What may be found beside the balance: "no questions" alone says nothing of it. */
    CONCERN,
    /** Says in one that there is no flaw. */
    FLAWLESS,
    /** Was looked at: says nothing on how it was found. */
    CHECKED,
    OWE,
    /** At our place: "here it is right" leaves open whether it is elsewhere. */
    HERE,
    /** As far as we are concerned. */
    SIDE,
    WITH,
    IN,
    /** By what somebody's papers say. */
    ACCORDING,
    /** Begins what depends on the words before. */
    THAT,
    AND,
    /** When it was looked at. */
    TIME,
    /** Polite: says nothing of the balance by itself. */
    FINE,
    /** Says nothing by itself. */
    GLUE,
    /** The amount that was asked about. */
    AMOUNT,
    /** The day that was asked about. */
    AS_OF,
    /** "No" is "in the" in Portuguese, before books. */
    IN_OR_NOT,
    /** Between two parts of a sentence. */
    STOP,
    /** Anything else. */
    UNKNOWN;

    /** Those whose words stand in the configuration; the others are found by rules. */
    public static Set<Role> worded() {
        return EnumSet.range(WE, GLUE);
    }

    /** As it is written in the configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
