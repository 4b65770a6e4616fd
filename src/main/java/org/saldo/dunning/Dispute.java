package org.saldo.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;

/**
 * What a customer contests of an item: it is not reminded of this amount until the dispute is ended.
 *
 * @param amount    positive, at most what was open when it was opened
 * @param owner     who answers it
 * @param respondBy the day by which that is to happen
 * @param ended     how and when it ended, if it has
 */
public record Dispute(long id, long itemId, String document, Money amount, DifferenceCode code, String owner,
        LocalDate openedOn, LocalDate respondBy, Optional<Ending> ended) {

    /** How a dispute ends. */
    public enum Outcome {
        /** The customer owes it. */
        RESOLVED_FOR_US("for-us", "the customer owes it"),
        /** The customer does not owe it: a credit note or a write-off follows. */
        RESOLVED_FOR_CUSTOMER("for-customer", "the customer does not owe it; a credit note or a write-off follows"),
        /** It was opened by mistake, or the customer does not insist. */
        WITHDRAWN("withdrawn", "it is withdrawn");

        private final String word;
        private final String sentence;

        Outcome(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /** As it stands in commands. */
        public String word() {
            return word;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The end of a dispute. */
    public record Ending(Outcome outcome, LocalDate on) {
    }

    /** How people name it. */
    public static String label(long id) {
        return "D-" + id;
    }

    public String label() {
        return label(id);
    }

    public boolean isOpen() {
        return ended.isEmpty();
    }

    /** Open, and its day of answer has passed. */
    public boolean isLate(LocalDate day) {
        return isOpen() && day.isAfter(respondBy);
    }
}
