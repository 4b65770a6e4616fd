package org.saldo.dunning.answer;

import java.util.Locale;

/** What a customer says in answer to a reminder. */
public enum AnswerKind {
    /** It will pay. */
    PROMISE("says that it will pay"),
    /** It has paid. */
    PAID("says that it has paid"),
    /** It contests something. */
    DISPUTE("contests it"),
    /** It asks to pay in parts. */
    INSTALMENTS("asks to pay in parts"),
    /** Who was written to is away. */
    AWAY("is away"),
    /** Somebody else is to be asked. */
    WRONG_CONTACT("says that somebody else is to be asked"),
    /** It asks, or asks for something. */
    QUESTION("asks a question"),
    /** It complains, or speaks of lawyers or insolvency. */
    COMPLAINT("complains"),
    /** Other bank details are announced: suspected fraud. */
    BANK_CHANGE("announces other bank details"),
    /** Nothing of these. */
    OTHER("says something that was not understood");

    private final String says;

    AnswerKind(String says) {
        this.says = says;
    }

    /** As it stands in settings and templates: {@code wrong-contact}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the customer does by it. */
    public String says() {
        return says;
    }

    /** Whether the amount that it names says how much it is about. */
    boolean isAboutAnAmount() {
        return this == PROMISE || this == PAID || this == DISPUTE || this == INSTALMENTS;
    }
}
