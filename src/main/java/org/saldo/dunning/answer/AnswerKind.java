package org.saldo.dunning.answer;

import java.util.Arrays;
import java.util.Locale;
import org.saldo.ledger.Word;
import org.saldo.ledger.Words;

/** What a customer says in answer to a reminder. */
public enum AnswerKind implements Word {
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

    @Override
    public String key() {
        return "says-" + word();
    }

    /** What the customer does by it. */
    @Override
    public String english() {
        return says;
    }

    /** What a pause keeps of what was said. */
    public static Words said(String says) {
        return Arrays.stream(values()).filter(kind -> kind.says.equals(says)).findFirst().map(kind -> Words.of(kind))
                .orElseGet(() -> Words.said(says));
    }

    /** Whether the amount that it names says how much it is about. */
    boolean isAboutAnAmount() {
        return this == PROMISE || this == PAID || this == DISPUTE || this == INSTALMENTS;
    }
}
