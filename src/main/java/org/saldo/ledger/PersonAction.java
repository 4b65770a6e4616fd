package org.saldo.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person may be given the right to do. */
public enum PersonAction {
    /** Settle an item with a receipt's cash. */
    APPLY,
    /** Reverse an allocation of any kind. */
    UNAPPLY,
    /** Say whose a receipt is, or that nobody knows. */
    ASSIGN,
    /** Say that a receipt is none of the customers'. */
    IGNORE,
    /** Give up a part of an item. */
    WRITE_OFF,
    /** Declare that a document should not be, or take that back. */
    VOID,
    /** Stop reminders, or lift the stop. */
    BLOCK,
    /** Release a bank account that is printed to customers, or withdraw it. */
    BANK_ACCOUNT,
    /** Say that a document is contested, and how that ended. */
    DISPUTE,
    /** Keep a customer's promise to pay, or cancel it. */
    PROMISE,
    /** Agree on instalments. */
    PLAN,
    /** Record what a customer answered to a statement, or decide on an answer that waits. */
    ANSWER,
    /** Note a contact with a customer, and why it pays late. */
    NOTE,
    /** Ask the ERP to hold or release a customer's deliveries, and say what it did. */
    HOLD,
    /** Book interest and lump sums for paying late. */
    CHARGE,
    /** Accept the difference at go-live. */
    RELEASE;

    /** As it stands in commands and settings: {@code write-off}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether an amount is decided on, so that a limit applies. */
    public boolean movesMoney() {
        return this != BLOCK && this != BANK_ACCOUNT && this != ANSWER && this != NOTE && this != HOLD;
    }

    public static Optional<PersonAction> of(String word) {
        return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(PersonAction::word).collect(Collectors.joining(", "));
    }
}
