package org.saldo.statement;

import java.util.Locale;
import java.util.Objects;
import org.saldo.ledger.CustomerId;

/**
 * A customer who does not get a statement, or not yet, and why. {@code currency} is empty when it is about the customer as
 * a whole; {@code detail} says more where there is more to say.
 */
public record HeldBack(CustomerId customer, String currency, Reason reason, String detail) {

    /** How far the statement came. */
    public enum Stage {
        /** It could not be made: a person must look. */
        NOT_MADE,
        /** The policy wants none. */
        LEFT_OUT,
        /** It is made and kept, but not mailed. */
        NOT_MAILED
    }

    /** Why, and how far the statement came. */
    public enum Reason {
        /** Its figures do not prove. */
        UNPROVED(Stage.NOT_MADE),
        /** The customer's rows cannot be read. */
        UNREADABLE(Stage.NOT_MADE),
        /** A letter of a name or number is in none of the fonts. */
        UNPRINTABLE(Stage.NOT_MADE),
        /** Nothing is open, and the policy makes none of zero. */
        SETTLED(Stage.LEFT_OUT),
        BELOW_MINIMUM(Stage.LEFT_OUT),
        /** The customer gets one by the quarter or the year. */
        NOT_ITS_MONTH(Stage.LEFT_OUT),
        NO_STATEMENTS(Stage.LEFT_OUT),
        /** A later statement that the customer holds covers these days. */
        COVERED_LATER(Stage.LEFT_OUT),
        /** We owe the customer: the statement may acknowledge that, so a person releases it. */
        CREDIT_BALANCE(Stage.NOT_MAILED),
        NO_ADDRESS(Stage.NOT_MAILED),
        /** The policy mails this customer nothing. */
        NOT_MAILED(Stage.NOT_MAILED),
        /** No texts in the language that the policy asks for. */
        NO_LANGUAGE(Stage.NOT_MAILED),
        /** A bank account of the company is not released: nothing may tell customers where to pay. */
        BANK_ACCOUNT(Stage.NOT_MAILED),
        /** The month was missed; the customer gets the latest one only. */
        LATE_MONTH(Stage.NOT_MAILED);

        private final Stage stage;

        Reason(Stage stage) {
            this.stage = stage;
        }

        public Stage stage() {
            return stage;
        }

        /** As it stands in reports: {@code credit balance}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public HeldBack {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(reason, "reason");
    }
}
