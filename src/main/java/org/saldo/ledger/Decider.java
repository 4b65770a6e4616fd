package org.saldo.ledger;

import java.time.LocalDate;

/**
 * Who decides by hand, why, and on which day of the company. {@code company} narrows down where payments and documents
 * are looked for; it is empty when none was named.
 */
public record Decider(String person, String reason, LocalDate day, String company) {

    private static final String RULES = "rules";
    private static final int REASON_MAX = 500;
    private static final int PERSON_MAX = 100;

    /** @throws Refused when the person or the reason is missing or too long */
    public Decider {
        person = person.strip();
        reason = reason.strip();
        if (person.isEmpty() || person.length() > PERSON_MAX) {
            throw new Refused("person: '" + person + "' is no name of 1 to " + PERSON_MAX + " characters; log in as yourself");
        }
        if (person.equals(RULES)) {
            throw new Refused("person: '" + RULES + "' is how the books name decisions by rule; log in under another name");
        }
        if (reason.isEmpty()) {
            throw new Refused("reason: is missing; say why, for those who read the books later (--reason TEXT)");
        }
        if (reason.length() > REASON_MAX) {
            throw new Refused("reason: has " + reason.length() + " characters; " + REASON_MAX + " is the most");
        }
    }
}
