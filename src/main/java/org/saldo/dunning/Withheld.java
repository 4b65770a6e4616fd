package org.saldo.dunning;

import java.util.Optional;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** A reminder that was not written, and why: {@code words} say it. */
public record Withheld(CustomerId customer, Reason reason, Words words, Optional<Money> overdue) {

    /** Why somebody is not reminded. */
    public enum Reason {
        BLOCKED("blocked by a person or by the data"),
        DISPUTED("disputed"),
        PROMISED("promised"),
        IN_PLAN("in a plan of instalments"),
        PAUSED("paused, since the customer has answered"),
        COVERED("covered by money that is here"),
        BELOW_MINIMUM("below the minimum"),
        TOO_SOON("reminded a short while ago"),
        HABIT("within what the customer usually does"),
        NOTHING_NEW("nothing has risen a level"),
        QUIET_DAY("a quiet day there"),
        INTERCOMPANY("a company of the same group"),
        NATURAL_PERSON("a natural person"),
        UNKNOWN_LADDER("its ladder is not known"),
        HELD_OUT("drawn by lot to be reminded later"),
        NO_ADDRESS("no usable mail address"),
        CAP_REACHED("the run's cap is reached"),
        SWITCHED_OFF("mail to customers is off"),
        ALREADY_TODAY("a reminder was decided today"),
        UNWRITABLE("the mail could not be written");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Nothing that a person would want to know of: the reminder is simply not due. */
        public boolean isOrdinary() {
            return this == TOO_SOON || this == NOTHING_NEW || this == HABIT;
        }
    }
}
