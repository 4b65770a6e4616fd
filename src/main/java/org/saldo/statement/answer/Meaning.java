package org.saldo.statement.answer;

import java.util.Optional;

/** What a reply says, as far as it was understood. */
public enum Meaning {
    AGREED, AGREED_EXCEPT, NOT_AGREED, PROMISE, PAID_ALREADY, QUESTION, WRONG_CONTACT, BANK_CHANGE, COMPLAINT, AWAY,
    OTHER;

    /** What a person would record who read the same; nothing when it is no answer to the statement. */
    public Optional<Outcome> suggestion() {
        return switch (this) {
            case AGREED -> Optional.of(Outcome.CONFIRMED);
            case AGREED_EXCEPT -> Optional.of(Outcome.CONFIRMED_WITH_DIFFERENCES);
            case NOT_AGREED -> Optional.of(Outcome.DISPUTED);
            default -> Optional.empty();
        };
    }
}
